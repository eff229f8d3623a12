// From and to, by the minute; what ends at or before its beginning ends on the next day, and the form says so.
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { minutesOf } from "#core/civil";
import type { ProblemAt } from "../../data/field-problems.ts";
import { durationWords } from "./words.ts";

export interface TimeFieldsProps {
  readonly from: string;
  readonly to: string;
  readonly onChange: (times: { from: string; to: string }) => void;
  readonly problemAt: ProblemAt;
}

export function TimeFields({ from, to, onChange, problemAt }: TimeFieldsProps) {
  return (
    <Stack gap={4}>
      <Group grow align="flex-start">
        <TextInput
          type="time"
          label="From"
          required
          value={from}
          error={problemAt("from")}
          onChange={({ currentTarget }) => onChange({ from: currentTarget.value, to })}
        />
        <TextInput
          type="time"
          label="To"
          required
          value={to}
          error={problemAt("to")}
          onChange={({ currentTarget }) => onChange({ from, to: currentTarget.value })}
        />
      </Group>
      {from !== "" && to !== "" && (
        <Text size="xs" c="dimmed" aria-live="polite">
          {lengthWords(from, to)}
        </Text>
      )}
    </Stack>
  );
}

function lengthWords(from: string, to: string): string {
  const minutes = minutesOf(to) - minutesOf(from);
  if (minutes > 0) return `${durationWords(minutes)}.`;
  return `${durationWords(minutes + 1440)}: it ends on the next day.`;
}
