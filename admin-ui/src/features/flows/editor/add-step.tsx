// A new step, by its kind.
import { Button, Menu, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { StepKind } from "../draft/draft.ts";
import { STEP_NAMES } from "../draft/say-step.ts";
import { STEP_ICONS, STEP_KINDS } from "./step-kinds.ts";

export interface AddStepProps {
  readonly label?: string;
  readonly onAdd: (kind: StepKind) => void;
}

export function AddStep({ label = "Add a step", onAdd }: AddStepProps) {
  return (
    <Menu position="bottom-start" width={300} returnFocus={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {STEP_KINDS.map(({ kind, what }) => {
          const Icon = STEP_ICONS[kind];
          return (
            <Menu.Item key={kind} leftSection={<Icon size={18} />} onClick={() => onAdd(kind)}>
              {STEP_NAMES[kind]}
              <Text size="xs" c="dimmed" component="div">
                {what}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
