// What a row of a list is called, and that it is out of use where it is.
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";

export interface RowNameProps {
  /** Such as "Put away"; null where there is nothing to say. */
  readonly mark: string | null;
  /** The link to it. */
  readonly children: ReactNode;
}

export function RowName({ mark, children }: RowNameProps) {
  return (
    <Group gap={6}>
      {children}
      {mark !== null && (
        <Text span size="xs" c="dimmed">
          {mark}
        </Text>
      )}
    </Group>
  );
}
