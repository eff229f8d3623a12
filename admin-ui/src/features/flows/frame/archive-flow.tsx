// Putting a flow away, asked once more.
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { Confirm } from "../../../ui/confirm.tsx";
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
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={`Put ${flow.name} away?`}
      action="Put it away"
      keep="Keep it"
      isBusy={archive.isPending}
      onConfirm={() => archive.mutate()}
    >
      Nothing starts it any more: its words are taken off the lines. Its responses stay, and conversations
      that run come to their end. This cannot be taken back.
    </Confirm>
  );
}
