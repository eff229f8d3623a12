// Messages that did not arrive, or of which nobody knows: sent again, or left at that.
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconHelp, IconSpeakerphone } from "@tabler/icons-react";
import { api, ask } from "../../data/api.ts";
import { callPerson } from "../../data/person.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { describeDelivery } from "../../ui/thread/delivery.ts";
import { ago } from "../../ui/when.tsx";
import { Matter } from "./matter.tsx";
import type { Glance, TroubledMessage } from "./questions.ts";

const TOUCHES = ["messages", "conversations"] as const;

export function Troubled({ trouble, now }: { readonly trouble: Glance["trouble"]; readonly now: number }) {
  const hidden = trouble.count - trouble.messages.length;
  return (
    <>
      {trouble.campaigns.map(({ id, name, count }) => (
        <Matter
          key={id}
          icon={IconSpeakerphone}
          color="orange"
          title={`${count === 1 ? "One message" : `${count} messages`} of “${name}” did not arrive`}
          actions={
            <ButtonLink to="/campaigns/$campaignId" params={{ campaignId: id }} size="xs" variant="default">
              See why
            </ButtonLink>
          }
        />
      ))}
      {trouble.messages.map((message) => (
        <Message key={message.id} message={message} now={now} />
      ))}
      {hidden > 0 && (
        <Matter icon={IconAlertTriangle} color="orange" title={`${hidden} more did not arrive this week`}>
          They are shown here once those above are settled.
        </Matter>
      )}
    </>
  );
}

function Message({ message, now }: { readonly message: TroubledMessage; readonly now: number }) {
  const mayAct = useMay("editor");
  const { id, contact, text, status, at } = message;
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
            <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
              Send again
            </Button>
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
