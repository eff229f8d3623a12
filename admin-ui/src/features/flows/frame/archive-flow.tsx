// Putting a flow away, asked once more.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import type { FlowWithDraft } from "../questions.ts";

export interface ArchiveFlowProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly flow: FlowWithDraft;
}

export function ArchiveFlow({ isOpen, onClose, flow }: ArchiveFlowProps) {
  const archive = useSave({
    save: () => ask(api.v1.flows[":id"].archive.$post({ param: { id: flow.id } })),
    touches: ["flows", "lines"],
    said: `${flow.name} is put away.`,
    onSaved: onClose,
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={`Put ${flow.name} away?`}>
      <Stack>
        <Text size="sm">
          Nothing starts it any more: its words are taken off the lines. Its responses stay, and conversations
          that run come to their end. This cannot be taken back.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" onClick={() => archive.mutate()} loading={archive.isPending}>
            Put it away
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
