// One conversation as the staff have it before them: how it stands, all that was said, and the place to answer.
import { Alert, Box, Skeleton, Text } from "@mantine/core";
import { IconHandStop } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLines } from "../../data/choices.ts";
import type { ConversationPlace } from "../../data/conversation.ts";
import { useConversation } from "../../data/conversation.ts";
import { callPerson } from "../../data/person.ts";
import { span } from "../../data/span.ts";
import { useNow } from "../../data/use-now.ts";
import { useMay } from "../../data/use-session.ts";
import { ProblemNote } from "../problem-note.tsx";
import { Thread } from "../thread/thread.tsx";
import { ApprovedWords } from "./approved-words.tsx";
import { Composer } from "./composer.tsx";
import { ConversationBar } from "./conversation-bar.tsx";
import { windowLeft } from "./window.ts";
import "./conversation.css";

export interface ConversationProps {
  readonly place: ConversationPlace;
  readonly zone: string | null;
  readonly onClosed?: () => unknown;
  /** At the start of the bar above it, such as the choice of a line. */
  readonly leading?: ReactNode;
}

export function Conversation({ place, zone, ...given }: ConversationProps) {
  const { data, error, refetch } = useConversation(place);
  if (data === undefined)
    return error === null ? (
      <Skeleton h={320} aria-hidden />
    ) : (
      <ProblemNote problem={error} retry={refetch} />
    );
  const { contactId } = data.contact;
  return (
    <div className="conversation">
      <Box className="conversation-bar">
        <ConversationBar place={place} conversation={data} {...given} />
      </Box>
      {contactId !== null && <Thread contactId={contactId} label={callPerson(data.contact)} zone={zone} />}
      <Answer place={place} conversation={data} />
    </div>
  );
}

type Stand = NonNullable<ReturnType<typeof useConversation>["data"]>;

function Answer({
  place,
  conversation,
}: {
  readonly place: ConversationPlace;
  readonly conversation: Stand;
}) {
  const mayAct = useMay("editor");
  const now = useNow();
  const { data: lines = [] } = useLines();
  const line = lines.find(({ id }) => id === place.lineId);
  const { contact, heardAt, isOptedOut } = conversation;
  const channel = line?.channel ?? "sms";
  if (!mayAct || contact.contactId === null) return null;
  if (isOptedOut)
    return (
      <Alert color="red" icon={<IconHandStop aria-hidden />} title="They said STOP" className="composer">
        Nothing can be sent to them. If they text START, you can write again.
      </Alert>
    );
  if (contact.address === null)
    return (
      <Alert color="gray" className="composer" title="They cannot be written to">
        {contact.kind === "nobody" ? "They withhold their number." : "This person was forgotten."}
      </Alert>
    );
  const leftMs = windowLeft(heardAt, now);
  if (channel === "whatsapp" && leftMs === 0)
    return <ApprovedWords place={place} contactId={contact.contactId} />;
  return (
    <>
      {channel === "whatsapp" && (
        <Text size="xs" c="dimmed" px="sm" pt="xs">
          You can write freely on WhatsApp for another {span(leftMs)}.
        </Text>
      )}
      <Composer
        key={`${place.addressId} ${place.lineId}`}
        place={place}
        contactId={contact.contactId}
        channel={channel}
        label={`Write to ${callPerson(contact)}${line === undefined ? "" : ` on ${line.name}`}`}
      />
    </>
  );
}
