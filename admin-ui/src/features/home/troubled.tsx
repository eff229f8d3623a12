// Messages that did not arrive, or of which nobody knows: the newest, and the way to all of them.
import { IconAlertTriangle, IconSpeakerphone } from "@tabler/icons-react";
import { ButtonLink } from "../../ui/links.tsx";
import { Matter } from "./matter.tsx";
import type { Glance } from "./questions.ts";
import { TroubledMessage } from "./troubled-message.tsx";

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
        <TroubledMessage key={message.id} message={message} now={now} />
      ))}
      {hidden > 0 && (
        <Matter
          icon={IconAlertTriangle}
          color="orange"
          title={`${hidden} more did not arrive this week`}
          actions={
            <ButtonLink to="/trouble" size="xs" variant="default">
              See all {trouble.count}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}
