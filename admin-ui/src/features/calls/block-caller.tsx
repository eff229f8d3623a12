// Takes no more calls of somebody: asked for a reason, since whoever lifts it later wants to know.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { FormEvent } from "react";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";

export interface BlockCallerProps {
  readonly helplineId: string;
  readonly number: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function BlockCaller({ helplineId, number, isOpen, onClose }: BlockCallerProps) {
  const [reason, setReason] = useState("");
  const block = useSave({
    save: () =>
      ask(
        api.v1.helplines[":id"].blocks.$post({
          param: { id: helplineId },
          json: { number, reason: reason.trim() },
        }),
      ),
    touches: ["helplines", "calls"],
    said: "Their calls are not taken any more.",
    onSaved: onClose,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    block.mutate();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="Block this caller?" centered>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">
            The group takes no more calls from {number}. They hear that the line is busy, or what the group
            says to them. The group&apos;s page lists everybody who is blocked, and takes a block back.
          </Text>
          <TextInput
            label="Why"
            description="For whoever looks at it later."
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            maxLength={300}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button color="red" type="submit" loading={block.isPending} disabled={reason.trim() === ""}>
              Block
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
