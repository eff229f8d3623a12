// One thing that is known: what, since when and from where, and what can be done with it.
import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { When } from "../../../ui/when.tsx";
import { describeSource } from "./source-words.ts";

export interface FactProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly given?: { readonly changedAt: string; readonly source: string | null } | null;
  readonly actions?: ReactNode;
}

export function Fact({ label, children, given = null, actions }: FactProps) {
  return (
    <li>
      <div>
        <Text size="xs" c="dimmed" component="div">
          {label}
        </Text>
        <Text size="sm" component="div" className="wrap-anywhere" dir="auto">
          {children}
        </Text>
      </div>
      <Group gap="xs">
        {given !== null && (
          <Text size="xs" c="dimmed">
            <When at={given.changedAt} show="day" /> {describeSource(given.source)}
          </Text>
        )}
        {actions}
      </Group>
    </li>
  );
}
