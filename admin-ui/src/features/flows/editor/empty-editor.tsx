// A flow without a step: the two that everybody begins with.
import { Button, Group } from "@mantine/core";
import { IconMessage2 } from "@tabler/icons-react";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { StepKind } from "../draft/draft.ts";
import { AddStep } from "./add-step.tsx";

export interface EmptyEditorProps {
  readonly mayEdit: boolean;
  readonly onAdd: (kind: StepKind) => void;
}

export function EmptyEditor({ mayEdit, onAdd }: EmptyEditorProps) {
  return (
    <EmptyState
      icon={IconMessage2}
      title="This flow has no step yet"
      action={
        mayEdit && (
          <Group justify="center">
            <Button onClick={() => onAdd("ask")}>Begin with a question</Button>
            <AddStep label="Begin with something else" onAdd={onAdd} />
          </Group>
        )
      }
    >
      Steps are done from top to bottom. A question can lead elsewhere by its answer.
    </EmptyState>
  );
}
