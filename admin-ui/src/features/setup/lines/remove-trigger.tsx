// A word that no longer begins anything.
import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import type { Trigger } from "./starts.tsx";

export function RemoveTrigger({ trigger, word }: { readonly trigger: Trigger; readonly word: string }) {
  const [isOpen, setOpen] = useState(false);
  const name = word === "" ? "Anything else" : word;
  const remove = useSave({
    save: () => ask(api.v1.triggers[":id"].$delete({ param: { id: trigger.id } })),
    touches: ["lines", "flows"],
    said: `${name} no longer starts anything.`,
    onSaved: () => setOpen(false),
  });
  return (
    <>
      <ActionIcon variant="subtle" color="gray" onClick={() => setOpen(true)} aria-label={`Remove ${name}`}>
        <IconTrash size={18} />
      </ActionIcon>
      <Confirm
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Remove “${name}”?`}
        action="Remove"
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        Whoever writes it from now on is not answered by this flow. Conversations under way go on.
      </Confirm>
    </>
  );
}
