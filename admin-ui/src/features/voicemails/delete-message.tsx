// Deleting a message cannot be taken back: said before it is done.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useSave } from "../../data/use-save.ts";
import { remove } from "./questions.ts";

export interface DeleteMessageProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function DeleteMessage({ id, isOpen, onClose }: DeleteMessageProps) {
  const deleting = useSave({
    save: () => remove(id),
    touches: ["voicemails"],
    said: "The message is deleted.",
    onSaved: onClose,
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title="Delete this message?" centered>
      <Stack>
        <Text size="sm">
          Its sound and its words go for good, here and at Twilio. That somebody left one stays in the log of
          calls, and e-mails that have gone keep what they hold.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button color="red" loading={deleting.isPending} onClick={() => deleting.mutate()}>
            Delete
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
