// What is wrong with a funnel, where it is wrong.
import { Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { FunnelProblem } from "../questions.ts";

export function Problems({ problems }: { readonly problems: readonly FunnelProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Stack gap={4}>
      {problems.map(({ kind, code, place, message }) => (
        <Group key={`${code} ${place} ${message}`} gap={6} wrap="nowrap" align="flex-start">
          {kind === "error" ? (
            <IconCircleX
              size={18}
              color="var(--mantine-color-red-text)"
              role="img"
              aria-label="Problem"
              style={{ flexShrink: 0 }}
            />
          ) : (
            <IconAlertTriangle
              size={18}
              color="var(--mantine-color-yellow-text)"
              role="img"
              aria-label="Warning"
              style={{ flexShrink: 0 }}
            />
          )}
          <Text size="sm">{message}</Text>
        </Group>
      ))}
    </Stack>
  );
}
