// A group is taken out of use, after a question.
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReactNode } from "react";
import { api, ask as request } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { Confirm } from "../../ui/confirm.tsx";

export function useArchive(id: string, name: string): { ask: () => void; question: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const archive = useSave({
    save: () => request(api.v1.helplines[":id"].archive.$post({ param: { id } })),
    touches: ["helplines"],
    said: `${name} is out of use.`,
    onSaved: () => navigate({ to: "/groups" }),
  });
  const question = (
    <Confirm
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      title="Take this group out of use?"
      action={`Take ${name} out of use`}
      keep="Keep it"
      isBusy={archive.isPending}
      onConfirm={() => archive.mutate()}
    >
      Nobody is called any more, and nobody is reminded. Its number is free for another group. What happened
      stays to be read. This cannot be undone.
    </Confirm>
  );
  return { ask: () => setOpen(true), question };
}
