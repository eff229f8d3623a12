// What can be done with a step as a whole.
import { ActionIcon, Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconRowInsertBottom,
  IconTrash,
} from "@tabler/icons-react";
import type { Draft, StepKind } from "../draft/draft.ts";
import { addStep, duplicateStep, moveStep, removeStep } from "../draft/edit.ts";
import type { Insert } from "../draft/edit.ts";
import { STEP_NAMES } from "../draft/say-step.ts";
import { STEP_ICONS, STEP_KINDS } from "./step-kinds.ts";

export interface StepMenuProps {
  readonly index: number;
  readonly count: number;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly insert: Insert;
  readonly onOpen: (key: string | null) => void;
}

export function StepMenu({ index, count, change, insert, onOpen }: StepMenuProps) {
  const add = (kind: StepKind) => insert((draft) => addStep(draft, kind, index + 1));
  return (
    <Menu position="bottom-end" width={250} returnFocus={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`More for step ${index + 1}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconArrowUp size={16} aria-hidden />}
          disabled={index === 0}
          onClick={() => change((before) => moveStep(before, index, index - 1))}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} aria-hidden />}
          disabled={index === count - 1}
          onClick={() => change((before) => moveStep(before, index, index + 1))}
        >
          Move down
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={() => insert((draft) => duplicateStep(draft, index))}
        >
          Duplicate
        </Menu.Item>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconRowInsertBottom size={16} aria-hidden />}>
              Add below
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {STEP_KINDS.map(({ kind }) => {
              const Icon = STEP_ICONS[kind];
              return (
                <Menu.Item key={kind} leftSection={<Icon size={16} />} onClick={() => add(kind)}>
                  {STEP_NAMES[kind]}
                </Menu.Item>
              );
            })}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => {
            onOpen(null);
            change((before) => removeStep(before, index));
          }}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
