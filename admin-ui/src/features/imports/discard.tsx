// A file that was not imported goes again, after a question.
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { queries } from "../../data/queries.ts";
import { useSave } from "../../data/use-save.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { importQuery } from "./questions.ts";
import type { Import } from "./questions.ts";

export function Discard({ record: { id, fileName } }: { readonly record: Import }) {
  const [isAsking, { open, close }] = useDisclosure();
  const navigate = useNavigate();
  const discard = useSave({
    save: () => ask(api.v1.imports[":id"].$delete({ param: { id } })),
    touches: ["imports"],
    said: `“${fileName}” is gone.`,
    // What was settled of its columns goes with it.
    onSaved: async () => {
      await navigate({ to: "/imports", ignoreBlocker: true });
      // Whoever goes back is told, rather than shown what was there.
      queries.removeQueries({ queryKey: importQuery(id).queryKey });
    },
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        Discard…
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={close}
        title="Discard this file?"
        action="Discard it"
        keep="Keep it"
        isBusy={discard.isPending}
        onConfirm={() => discard.mutate()}
      >
        Nobody was imported from it. The file goes, and what was settled about its columns.
      </Confirm>
    </>
  );
}
