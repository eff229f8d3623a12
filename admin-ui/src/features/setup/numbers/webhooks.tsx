// The addresses to enter by hand: for a messaging service, a WhatsApp sender, or Twilio's error log.
import { ActionIcon, Code, CopyButton, Group, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useSetup } from "../questions.ts";

/** Makes Twilio try again when something fails between us. */
const RETRIES = "#rc=2&rp=5xx,ct,rt";

const ENTRIES = [
  { name: "texts", label: "A message comes in", hash: RETRIES },
  { name: "calls", label: "A call comes in", hash: RETRIES },
  { name: "callEnds", label: "Call status changes", hash: RETRIES },
  { name: "statuses", label: "Status callback of the WhatsApp sandbox", hash: "" },
  { name: "errors", label: "Twilio’s error log (Monitor, Errors, Webhook)", hash: "" },
] as const;

export function Webhooks() {
  const { data } = useSetup();
  if (data === undefined) return null;
  return (
    <Stack component="section" gap="sm" aria-labelledby="by-hand">
      <div>
        <Title order={2} size="h4" id="by-hand">
          By hand
        </Title>
        <Text size="sm" c="dimmed">
          A messaging service and a WhatsApp sender have settings of their own in Twilio’s console. Enter
          these there, with HTTP POST.
        </Text>
      </div>
      {ENTRIES.map(({ name, label, hash }) => {
        const url = `${data.webhooks[name]}${hash}`;
        return (
          <div key={name}>
            <Text size="sm" fw={600}>
              {label}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Code className="wrap-anywhere">{url}</Code>
              <CopyButton value={url}>
                {({ copied, copy }) => (
                  <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={`Copy: ${label}`}>
                    {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                  </ActionIcon>
                )}
              </CopyButton>
            </Group>
          </div>
        );
      })}
    </Stack>
  );
}
