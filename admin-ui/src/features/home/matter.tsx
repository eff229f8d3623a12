// One thing that needs somebody: what it is, and what can be done about it right there.
import { Group, Stack, Text, ThemeIcon } from "@mantine/core";
import type { ComponentType, ReactNode } from "react";

export interface MatterProps {
  readonly icon: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  readonly color: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function Matter({ icon: Icon, color, title, children, actions }: MatterProps) {
  return (
    <li className="matter">
      <ThemeIcon variant="light" color={color} radius="xl" aria-hidden>
        <Icon size={18} stroke={1.7} />
      </ThemeIcon>
      <Stack gap={2} miw={0} flex="1 1 14rem">
        <Text size="sm" fw={600} component="div" className="wrap-anywhere">
          {title}
        </Text>
        {children !== undefined && (
          <Text size="sm" c="dimmed" component="div" className="wrap-anywhere">
            {children}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="xs">{actions}</Group>}
    </li>
  );
}
