// Deleting a message cannot be taken back: said before it is done.
import { useSave } from "../../data/use-save.ts";
import { Confirm } from "../../ui/confirm.tsx";
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
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title="Delete this message?"
      action="Delete"
      keep="Keep it"
      isBusy={deleting.isPending}
      onConfirm={() => deleting.mutate()}
    >
      Its sound and its words go for good, here and at Twilio. That somebody left one stays in the log of
      calls, and e-mails that have gone keep what they hold.
    </Confirm>
  );
}
