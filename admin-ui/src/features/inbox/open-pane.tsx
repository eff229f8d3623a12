// The conversation that is open: with whom, and all that can be done with it.
import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useLines } from "../../data/choices.ts";
import type { ConversationPlace } from "../../data/conversation.ts";
import { useConversation } from "../../data/conversation.ts";
import { callPerson, numberBeside } from "../../data/person.ts";
import { useZoneOf } from "../../data/zone-of.ts";
import { Conversation } from "../../ui/conversation/conversation.tsx";
import { AnchorLink } from "../../ui/links.tsx";

export function OpenPane({ place }: { readonly place: ConversationPlace }) {
  const navigate = useNavigate({ from: "/inbox" });
  const { data } = useConversation(place);
  const { data: lines = [] } = useLines();
  const line = lines.find(({ id }) => id === place.lineId);
  const back = () => void navigate({ search: ({ whose }) => ({ whose }) });
  const contact = data?.contact;
  const zone = useZoneOf(contact?.contactId ?? null);
  return (
    <div className="inbox-open">
      <Group gap="xs" wrap="nowrap" className="inbox-who">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Back to the list"
          onClick={back}
          className="inbox-back"
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <Stack gap={0} miw={0}>
          {contact?.contactId == null ? (
            <Text fw={600}>{contact === undefined ? " " : callPerson(contact)}</Text>
          ) : (
            <AnchorLink
              to="/contacts/$contactId"
              params={{ contactId: contact.contactId }}
              fw={600}
              c="inherit"
              className="wrap-anywhere"
            >
              {callPerson(contact)}
            </AnchorLink>
          )}
          <Text size="xs" c="dimmed">
            {[contact === undefined ? null : numberBeside(contact), line?.name ?? null]
              .filter((part) => part !== null)
              .join(" · ")}
          </Text>
        </Stack>
      </Group>
      <Conversation place={place} zone={zone} onClosed={back} />
    </div>
  );
}
