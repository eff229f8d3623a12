// A message that did not arrive, or of which nobody knows: sent again where it can be, or left at that.
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconHelp } from "@tabler/icons-react";
import { api, ask } from "../../data/api.ts";
import { callPerson } from "../../data/person.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { AnchorLink } from "../../ui/links.tsx";
import { describeDelivery } from "../../ui/thread/delivery.ts";
import { ago } from "../../ui/when.tsx";
import { Matter } from "./matter.tsx";
import type { TroubledMessage as Trouble } from "./questions.ts";

const TOUCHES = ["messages", "conversations"] as const;

export function TroubledMessage({ message, now }: { readonly message: Trouble; readonly now: number }) {
  const mayAct = useMay("editor");
  const { id, contact, text, status, at, lineId, media } = message;
  const again = useSave({
    save: () => ask(api.v1.messages[":id"]["send-again"].$post({ param: { id } })),
    touches: TOUCHES,
    said: "It is on its way once more.",
  });
  const leave = useSave({
    save: () => ask(api.v1.messages[":id"].leave.$post({ param: { id } })),
    touches: TOUCHES,
  });
  const who = callPerson(contact);
  // What was more than text, or on a line that is gone, is said anew by hand.
  const isTextAlone = lineId !== null && text !== "" && media.length === 0;
  return (
    <Matter
      icon={status === "unknown" ? IconHelp : IconAlertTriangle}
      color="orange"
      title={
        <>
          {contact.contactId === null ? (
            who
          ) : (
            <AnchorLink
              to="/contacts/$contactId"
              params={{ contactId: contact.contactId }}
              c="inherit"
              inherit
              underline="always"
            >
              {who}
            </AnchorLink>
          )}
          {`: ${describeDelivery(message).words.toLowerCase()}`}
        </>
      }
      actions={
        mayAct && (
          <>
            {isTextAlone && (
              <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
                Send again
              </Button>
            )}
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              loading={leave.isPending}
              onClick={() => leave.mutate()}
            >
              Leave it
            </Button>
          </>
        )
      }
    >
      <span dir="auto">“{text}”</span> · {ago(at, now)}
    </Matter>
  );
}
