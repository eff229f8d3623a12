// One thing that a check found: a problem that stands in the way, or a warning that does not.
import { Group, Stack } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import type { ReactNode } from "react";

export interface FindingLineProps {
  readonly kind: "error" | "warning";
  readonly children: ReactNode;
}

const ICON_PX = 18;

export function FindingLine({ kind, children }: FindingLineProps) {
  const isError = kind === "error";
  const Icon = isError ? IconCircleX : IconAlertTriangle;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Icon
        size={ICON_PX}
        color={`var(--mantine-color-${isError ? "red" : "yellow"}-text)`}
        role="img"
        aria-label={isError ? "Problem" : "Warning"}
        style={{ flexShrink: 0 }}
      />
      <Stack gap={0}>{children}</Stack>
    </Group>
  );
}
