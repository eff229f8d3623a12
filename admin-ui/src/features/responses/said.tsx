// The words of a response, in their order, as staff see them everywhere.
import { Stack, Text } from "@mantine/core";
import { useActorName } from "../../data/actors.ts";
import { Bubble } from "../../ui/thread/bubble.tsx";
import { When } from "../../ui/when.tsx";
import type { WholeResponse } from "./questions.ts";
import "../../ui/thread/thread.css";
import "./responses.css";

export interface SaidProps {
  readonly messages: WholeResponse["transcript"];
}

export function Said({ messages }: SaidProps) {
  const nameOf = useActorName();
  if (messages.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing is kept of this conversation any more.
      </Text>
    );
  return (
    <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: "none" }} className="said">
      {messages.map((message, place) => (
        <li key={message.id}>
          {dayOf(message.at) !== dayOf(messages[place - 1]?.at) && (
            <Text size="xs" c="dimmed" ta="center" my="xs">
              <When at={message.at} show="day" />
            </Text>
          )}
          <Bubble
            message={{
              ...message,
              addressId: message.contact.addressId,
              kind: "message",
              messageKind: message.kind,
              campaignId: null,
              by: null,
            }}
            nameOf={nameOf}
            line={null}
            zone={null}
          />
        </li>
      ))}
    </Stack>
  );
}

/** By the clock of whoever reads it. */
function dayOf(at: string | undefined): string {
  return at === undefined ? "" : new Date(at).toDateString();
}
