// Silence, in a hurry: reminders and deadlines come when their time does.
import { Button, Group, Text } from "@mantine/core";
import { IconClockPlay } from "@tabler/icons-react";
import type { RunState } from "#core/conversation/run";
import type { Act } from "./play.ts";
import { inTime, nextWake } from "./tell.ts";

export interface ClockBarProps {
  readonly state: RunState;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onAct: (act: Act) => void;
}

const HOUR_MS = 3_600_000;
/** What a transcript writes down is whole seconds. */
const SECOND_MS = 1000;

export function ClockBar({ state, now, onAct }: ClockBarProps) {
  const wake = nextWake(state, now);
  const pass = (ms: number) =>
    onAct({ kind: "pass", ms: Math.max(SECOND_MS, Math.ceil(ms / SECOND_MS) * SECOND_MS) });
  return (
    <Group gap={6}>
      <IconClockPlay size={18} aria-hidden />
      <Text size="sm">Skip ahead</Text>
      <Button size="compact-sm" variant="default" onClick={() => pass(HOUR_MS)}>
        +1 hour
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => pass(24 * HOUR_MS)}>
        +1 day
      </Button>
      {wake === null ? (
        <Text size="sm" c="dimmed">
          Nothing happens until they write.
        </Text>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => pass(wake.ms)}>
          {wake.what} {inTime(wake.ms)}
        </Button>
      )}
    </Group>
  );
}
