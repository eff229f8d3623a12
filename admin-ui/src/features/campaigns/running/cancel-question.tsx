// Cancelling is for good: asked once, with how many will not get it.
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { people } from "../words.ts";

export interface CancelQuestionProps {
  readonly id: string;
  /** People whose turn has not come. */
  readonly waiting: number | undefined;
  readonly isOpen: boolean;
  readonly close: () => void;
}

const REASON_MAX = 300;

export function CancelQuestion({ id, waiting, isOpen, close }: CancelQuestionProps) {
  const [reason, setReason] = useState("");
  const cancel = useSave({
    save: () => {
      const words = reason.trim();
      const json = words === "" ? {} : { reason: words };
      return ask(api.v1.campaigns[":id"].cancel.$post({ param: { id }, json }));
    },
    touches: ["campaigns", "messages", "audit"],
    said: "Cancelled.",
    onSaved: close,
  });
  return (
    <Modal opened={isOpen} onClose={close} title="Cancel this campaign for good?" centered>
      <Stack gap="sm">
        <Text>
          {waiting === undefined
            ? "Who has not got it yet will not get it."
            : `${people(waiting)} who ${waiting === 1 ? "has" : "have"} not got it yet will not get it.`}{" "}
          What has gone out cannot be taken back.
        </Text>
        <TextInput
          label="Why"
          description="For those who read the history."
          value={reason}
          maxLength={REASON_MAX}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Let it go on
          </Button>
          <Button color="red" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel it
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
