// Every step in the funnel, the newest first; or the steps of one person.
import { Group, Stack, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { PersonLink } from "../../../ui/person-link.tsx";
import { When } from "../../../ui/when.tsx";
import type { Funnel } from "../questions.ts";
import { CAUSE_WORDS, PHASE_WORDS } from "../words.ts";

const read = (id: string, query: { contactId?: string; cursor?: string }) =>
  ask(api.v1.funnels[":id"].moves.$get({ param: { id }, query }));
type Row = Awaited<ReturnType<typeof read>>["data"][number];

export function Moves({ funnel: { id, config } }: { readonly funnel: Funnel }) {
  const { person } = useSearch({ from: "/funnels/$funnelId" });
  const pages = usePages(["funnels", id, "moves", person], (cursor) =>
    read(id, {
      ...(cursor !== undefined && { cursor }),
      ...(person !== undefined && { contactId: person }),
    }),
  );
  const nameOf = (stage: string) => config.stages.find((one) => one.id === stage)?.name ?? stage;
  const columns: readonly Column<Row>[] = [
    { key: "at", label: "When", show: ({ at }) => <When at={at} /> },
    { key: "who", label: "Who", show: (row) => <PersonLink person={row} /> },
    {
      key: "what",
      label: "What happened",
      show: ({ cause, detail, campaignId }) => (
        <Stack gap={0}>
          <Text size="sm">
            {CAUSE_WORDS[cause]}
            {detail !== null && `: ${detail}`}
          </Text>
          {campaignId !== null && (
            <AnchorLink size="xs" to="/campaigns/$campaignId" params={{ campaignId }}>
              The campaign
            </AnchorLink>
          )}
        </Stack>
      ),
    },
    {
      key: "to",
      label: "So they",
      show: ({ to }) => (
        <Text size="sm">
          {PHASE_WORDS[to.phase]}, {nameOf(to.stage)}
          {to.category !== null && `: ${to.category}`}
        </Text>
      ),
    },
  ];
  return (
    <Stack>
      {person !== undefined && (
        <Group gap="sm">
          <Text size="sm">The steps of one person.</Text>
          <AnchorLink size="sm" to="/funnels/$funnelId" params={{ funnelId: id }} search={{ tab: "history" }}>
            Show everybody&apos;s
          </AnchorLink>
        </Group>
      )}
      <DataTable
        label="History"
        pages={pages}
        columns={columns}
        keyOf={({ contactId, step }) => `${contactId} ${step}`}
        empty={
          <EmptyState icon={IconHistory} title="Nothing has happened yet">
            Each step of everybody in the funnel is kept here.
          </EmptyState>
        }
      />
    </Stack>
  );
}
