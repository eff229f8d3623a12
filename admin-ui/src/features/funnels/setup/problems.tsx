// What is wrong with a funnel, where it is wrong.
import { Stack, Text } from "@mantine/core";
import { FindingLine } from "../../../ui/finding-line.tsx";
import type { FunnelProblem } from "../questions.ts";

export function Problems({ problems }: { readonly problems: readonly FunnelProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Stack gap={4}>
      {problems.map(({ kind, code, place, message }) => (
        <FindingLine key={`${code} ${place} ${message}`} kind={kind}>
          <Text size="sm">{message}</Text>
        </FindingLine>
      ))}
    </Stack>
  );
}
