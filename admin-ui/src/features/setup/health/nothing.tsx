// All is well, in one quiet line: three large empty places on one page would shout.
import { Group, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";

export function Nothing({ children }: { readonly children: ReactNode }) {
  return (
    <Group gap="xs" c="dimmed">
      <IconCircleCheck size={18} aria-hidden />
      <Text size="sm">{children}</Text>
    </Group>
  );
}
