// How many rows ended how.
import { Group, Stack, Text } from "@mantine/core";
import type { Import } from "./questions.ts";
import { OUTCOME_WORDS } from "./words.ts";

export const OUTCOMES = ["new", "changed", "same", "rejected"] as const;

export function Counts({ counts }: { readonly counts: Import["counts"] }) {
  return (
    <Group gap="xl" component="dl" m={0}>
      {OUTCOMES.map((outcome) => (
        <Stack key={outcome} gap={0}>
          <Text component="dt" size="sm" c="dimmed">
            {OUTCOME_WORDS[outcome].label}
          </Text>
          <Text component="dd" m={0} size="xl" fw={650}>
            {counts[outcome].toLocaleString("en-GB")}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}
