// How much of the week nobody is there, in one line; each stretch on demand.
import { List, Spoiler, Stack, Text } from "@mantine/core";
import type { Gap } from "#core/rota/gaps";
import { dateIn } from "#core/zone-clock";
import { timeIn } from "./time-in.ts";
import { durationWords, shortDateWords } from "./words.ts";

export interface GapWordsProps {
  readonly gaps: readonly Gap[];
  readonly zone: string;
  /** Epoch milliseconds: what is over needs nobody any more. */
  readonly now: number;
  readonly hasShifts: boolean;
}

export function GapWords({ gaps, zone, now, hasShifts }: GapWordsProps) {
  const open = gaps.filter(({ isOpen, endsAt }) => isOpen && endsAt > now);
  const empty = gaps.filter(({ isOpen }) => !isOpen);
  if (!hasShifts)
    return (
      <Text size="sm">
        No shifts yet: every caller is sent to the voicemail or the number that stands in.
      </Text>
    );
  return (
    <Stack gap={2}>
      {open.length > 0 && (
        <>
          <Text size="sm" fw={600} c="red">
            {open.length === 1
              ? "One shift has nobody who can be called"
              : "Shifts have nobody who can be called"}
          </Text>
          <Spoiler maxHeight={66} showLabel="Show all" hideLabel="Show less">
            <List size="sm">
              {open.map((gap) => (
                <List.Item key={gap.startsAt}>
                  {shortDateWords(dateIn(zone, gap.startsAt))}, {timeIn(zone, gap.startsAt)}–
                  {timeIn(zone, gap.endsAt)}
                </List.Item>
              ))}
            </List>
          </Spoiler>
        </>
      )}
      <Text size="sm" c="dimmed">
        {empty.length === 0
          ? "A shift at every hour of this week."
          : `No shift for ${durationWords(minutesOf(empty))} of this week.`}
      </Text>
    </Stack>
  );
}

function minutesOf(gaps: readonly Gap[]): number {
  return gaps.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / 60_000, 0);
}
