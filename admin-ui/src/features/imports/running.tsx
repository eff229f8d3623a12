// An import at work: it goes on by itself, whoever looks on.
import { Progress, Stack, Text } from "@mantine/core";
import { Counts } from "./counts.tsx";
import type { Import } from "./questions.ts";

const DOING = {
  checking: "Looking through the file. Nobody is changed.",
  importing: "Importing. You may close this page: it goes on by itself.",
  undoing: "Taking it back. You may close this page: it goes on by itself.",
} as const;

export function Running({ record }: { readonly record: Import }) {
  const { state, progress, counts } = record;
  const percent = Math.round(progress * 100);
  const doing = state === "checking" || state === "importing" || state === "undoing" ? DOING[state] : "";
  return (
    <Stack>
      <Text>{doing}</Text>
      <Progress.Root size="lg">
        <Progress.Section value={percent} animated aria-label={`${percent} percent done`} />
      </Progress.Root>
      <Counts counts={counts} />
    </Stack>
  );
}
