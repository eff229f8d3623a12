// Somebody is no volunteer any more, after a question.
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { Confirm } from "../../ui/confirm.tsx";

export function RemoveVolunteer({ id, name }: { readonly id: string; readonly name: string }) {
  const [isOpen, setOpen] = useState(false);
  const navigate = useNavigate();
  const remove = useSave({
    save: () => ask(api.v1.volunteers[":id"].$delete({ param: { id } })),
    touches: ["helplines", "askings"],
    said: `${name} is no volunteer any more.`,
    onSaved: () => navigate({ to: "/volunteers" }),
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        Remove…
      </Button>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Remove ${name}?`}
        action={`Remove ${name}`}
        keep="Keep them"
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        They are on no shift that starts from now on. Who did what stays. To forget a person altogether, erase
        their contact.
      </Confirm>
    </>
  );
}
