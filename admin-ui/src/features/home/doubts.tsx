// Texts that may have been meant as STOP: a person decides.
import { Button } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import { api, ask } from "../../data/api.ts";
import { callPerson } from "../../data/person.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { ago } from "../../ui/when.tsx";
import { Matter } from "./matter.tsx";
import type { Doubt } from "./questions.ts";

export function Doubts({ doubts, now }: { readonly doubts: readonly Doubt[]; readonly now: number }) {
  return doubts.map((doubt) => <OneDoubt key={doubt.id} doubt={doubt} now={now} />);
}

function OneDoubt({ doubt, now }: { readonly doubt: Doubt; readonly now: number }) {
  const mayAct = useMay("editor");
  const { id, contact, text, at } = doubt;
  const settle = useSave({
    save: async (meantStop: boolean) => {
      const contactId = contact?.contactId ?? null;
      if (meantStop && contactId !== null) {
        const json = { kind: "suppression", source: "staff", proof: text } as const;
        await ask(api.v1.contacts[":id"].permissions.$post({ param: { id: contactId }, json }));
      }
      return ask(api.v1.notices[":id"].done.$post({ param: { id } }));
    },
    touches: ["notices", "contacts", "conversations"],
  });
  return (
    <Matter
      icon={IconHandStop}
      color="red"
      title={`Did ${contact === null ? "somebody" : callPerson(contact)} mean STOP?`}
      actions={
        mayAct && (
          <>
            <Button
              size="xs"
              variant="default"
              loading={settle.isPending && settle.variables}
              onClick={() => settle.mutate(true)}
            >
              Yes, leave them alone
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              loading={settle.isPending && !settle.variables}
              onClick={() => settle.mutate(false)}
            >
              No
            </Button>
          </>
        )
      }
    >
      <span dir="auto">“{text}”</span> · {ago(at, now)}
    </Matter>
  );
}
