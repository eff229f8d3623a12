// What is left to say on WhatsApp once a day has passed: words it approved.
import { Alert, Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useState } from "react";
import { useTemplates } from "../../data/choices.ts";
import type { ConversationPlace } from "../../data/conversation.ts";
import { useSendTemplate } from "../../data/conversation.ts";
import { AnchorLink } from "../links.tsx";

export interface ApprovedWordsProps {
  readonly place: ConversationPlace;
  readonly contactId: string;
}

export function ApprovedWords({ place, contactId }: ApprovedWordsProps) {
  const { data: templates = [] } = useTemplates();
  const [chosen, setChosen] = useState<string | null>(null);
  const send = useSendTemplate(place, contactId);
  const approved = templates.filter(({ template }) => template.whatsapp?.kind === "content");
  return (
    <Alert
      color="yellow"
      icon={<IconClockPause aria-hidden />}
      title="They last wrote more than 24 hours ago"
      className="composer"
    >
      <Stack gap="xs">
        <Text size="sm">
          WhatsApp now takes only words that it approved. When they answer, you can write freely for another
          24 hours.
        </Text>
        {approved.length === 0 ? (
          <Text size="sm">
            There is no template with approved words yet.{" "}
            <AnchorLink to="/templates">Go to templates</AnchorLink>
          </Text>
        ) : (
          <Group align="flex-end" gap="xs">
            <Select
              label="Approved template"
              data={approved.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen}
              onChange={setChosen}
              searchable
            />
            <Button
              disabled={chosen === null}
              loading={send.isPending}
              onClick={() => chosen !== null && send.mutate(chosen)}
            >
              Send template
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
