// What somebody agreed to, channel by channel, and how we know; what we were told can be added, never changed.
import { Badge, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useActorName } from "../../../data/actors.ts";
import { useLines } from "../../../data/choices.ts";
import { addressOf } from "../../../data/contact-rows.ts";
import { useMay } from "../../../data/use-session.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { CHANNEL_WORDS, STANDING_WORDS } from "../../../ui/standings.tsx";
import { When } from "../../../ui/when.tsx";
import { useConsents } from "./questions.ts";
import type { Consent, Contact } from "./questions.ts";
import { Section } from "./section.tsx";
import { describeSource } from "./source-words.ts";
import { Told } from "./told.tsx";

const DECISIONS: Readonly<Record<Consent["kind"], string>> = {
  "opt-out": "Said STOP",
  "opt-in": "Said yes",
  grant: "Agreed",
  suppression: "To be left alone",
  "lift-grant": "Agreement taken back",
  "lift-suppression": "May be written to again",
};

export function ConsentTab({ contact }: { readonly contact: Contact }) {
  const mayTell = useMay("editor") && contact.erasedAt === null && contact.mergedInto === null;
  const [isTelling, setIsTelling] = useState(false);
  return (
    <Stack gap="xl">
      <Section
        title="As it stands"
        action={
          mayTell && (
            <Button size="compact-sm" variant="default" onClick={() => setIsTelling(true)}>
              Write down what we were told
            </Button>
          )
        }
      >
        <Standing contact={contact} />
      </Section>
      <Section title="History">
        <History contact={contact} />
      </Section>
      <Modal opened={isTelling} onClose={() => setIsTelling(false)} title="What we were told" size="lg">
        <Told contact={contact} onDone={() => setIsTelling(false)} />
      </Modal>
    </Stack>
  );
}

function Standing({ contact: { addresses } }: { readonly contact: Contact }) {
  const rows = addresses.flatMap((address) =>
    (Object.keys(CHANNEL_WORDS) as (keyof typeof CHANNEL_WORDS)[]).flatMap((channel) => {
      const standing = address.standings[channel];
      return standing === undefined ? [] : [{ address, channel, standing }];
    }),
  );
  return (
    <Table aria-label="Consent by channel" className="cards-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Channel</Table.Th>
          <Table.Th>Address</Table.Th>
          <Table.Th>Standing</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ address, channel, standing }) => (
          <Table.Tr key={`${address.id} ${channel}`}>
            <Table.Td data-label="Channel">{CHANNEL_WORDS[channel]}</Table.Td>
            <Table.Td data-label="Address">{addressOf(address) ?? "Forgotten"}</Table.Td>
            <Table.Td data-label="Standing">
              <Badge variant="light" color={STANDING_WORDS[standing].color} tt="none" fw={500}>
                {STANDING_WORDS[standing].label}
              </Badge>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function History({ contact }: { readonly contact: Contact }) {
  const pages = useConsents(contact.id);
  const nameOf = useActorName();
  const { data: lines = [] } = useLines();
  const columns: readonly Column<Consent>[] = [
    { key: "at", label: "When", show: ({ at }) => <When at={at} /> },
    { key: "what", label: "What", show: ({ kind }) => <Text size="sm">{DECISIONS[kind]}</Text> },
    {
      key: "reach",
      label: "On",
      show: ({ channel }) => (channel === "*" ? "Every channel" : CHANNEL_WORDS[channel]),
    },
    {
      key: "proof",
      label: "Proof",
      show: ({ words }) => (
        <Text size="sm" dir="auto" className="wrap-anywhere">
          {words === "" ? "–" : `“${words}”`}
        </Text>
      ),
    },
    {
      key: "whence",
      label: "How we know",
      show: ({ source, lineId, actor }) => (
        <Group gap={4}>
          <Text size="sm">
            {[
              describeSource(source),
              lineId === null ? null : `on ${lines.find(({ id }) => id === lineId)?.name ?? "a line"}`,
              actor === null ? null : `written down by ${nameOf(actor)}`,
            ]
              .filter((part) => part !== null && part !== "")
              .join(", ")}
          </Text>
        </Group>
      ),
    },
  ];
  return (
    <DataTable
      label="History of consent"
      pages={pages}
      columns={columns}
      keyOf={({ id, addressId }) => `${addressId} ${id}`}
      empty={
        <Text size="sm" c="dimmed">
          They decided nothing yet, and we were told nothing.
        </Text>
      }
    />
  );
}
