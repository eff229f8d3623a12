// A shift in the list of a day: when, who, and what is different about it.
import { Badge, Group, Stack, Text, UnstyledButton } from "@mantine/core";
import type { Marked } from "./marks.ts";
import type { People } from "./people.ts";
import type { Piece } from "./week.ts";
import { dateWords } from "./words.ts";

export interface DayRowProps {
  readonly piece: Piece<Marked>;
  readonly people: People;
  readonly onOpen: (shift: Marked) => void;
}

export function DayRow({ piece: { of, isStart }, people, onOpen }: DayRowProps) {
  return (
    <UnstyledButton
      className="rota-row"
      data-open={of.people.length === 0 || undefined}
      onClick={() => onOpen(of)}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <span className="unseen">{dateWords(of.date)}, </span>
        <Text size="sm" className="rota-times" td={of.isRemoved ? "line-through" : "none"}>
          {of.from}–{of.to}
        </Text>
        <Stack gap={2} className="grows">
          {of.people.map(({ volunteerId }) => {
            const { name, colour } = people.of(volunteerId);
            return (
              <Text key={volunteerId} size="sm" fw={600}>
                <i
                  className="rota-dot"
                  style={{ background: `var(--mantine-color-${colour}-filled)` }}
                  aria-hidden
                />
                {name}
              </Text>
            );
          })}
          {of.people.length === 0 && !of.isRemoved && <Text size="sm">Nobody</Text>}
          {(!isStart || of.marks.length > 0) && (
            <Group gap={4}>
              {!isStart && <Badge variant="default">from the day before</Badge>}
              {of.marks.map((mark) => (
                <Badge key={mark} variant="light" color={mark === "open" ? "red" : "gray"}>
                  {mark}
                </Badge>
              ))}
            </Group>
          )}
        </Stack>
      </Group>
    </UnstyledButton>
  );
}
