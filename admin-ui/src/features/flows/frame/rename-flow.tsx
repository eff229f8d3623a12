// Another name for a flow; its short name stays.
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FlowWithDraft } from "../questions.ts";
import type { DraftState } from "./use-draft.ts";

export interface RenameFlowProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
}

export function RenameFlow({ isOpen, onClose, flow, state }: RenameFlowProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Rename this flow">
      <Form onClose={onClose} name={flow.name} state={state} />
    </Modal>
  );
}

interface FormProps {
  readonly onClose: () => void;
  readonly name: string;
  readonly state: DraftState;
}

function Form({ onClose, name: before, state }: FormProps) {
  const [name, setName] = useState(before);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if ((await state.save(name)) !== null) onClose();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          description="What you have changed in the flow is saved with it."
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
          maxLength={120}
          required
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={state.isSaving} disabled={name.trim() === ""}>
            Rename
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
