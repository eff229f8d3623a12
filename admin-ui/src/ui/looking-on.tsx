// Above a form that only somebody else may change: said plainly, so that nobody wonders why nothing can be typed.
import { Group, Text } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useMay } from "../data/use-session.ts";

export interface LookingOnProps {
  /** The least that one must be to change it. */
  readonly role?: "editor" | "owner";
}

export function LookingOn({ role = "editor" }: LookingOnProps) {
  if (useMay(role)) return null;
  return (
    <Group gap="xs" c="dimmed" mb="md" wrap="nowrap">
      <IconEye size={18} aria-hidden />
      <Text size="sm">
        You look on here: only {role === "owner" ? "owners" : "editors and owners"} change this.
      </Text>
    </Group>
  );
}
