// The slots that were run, with the campaigns they began.
import { Group } from "@mantine/core";
import { IconCalendarTime } from "@tabler/icons-react";
import { api, ask } from "../../../data/api.ts";
import { usePages } from "../../../data/use-pages.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import type { Column } from "../../../ui/data-table.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { AnchorLink } from "../../../ui/links.tsx";
import { When } from "../../../ui/when.tsx";
import type { Funnel } from "../questions.ts";
import { inNumbers } from "../words.ts";

const read = (id: string, query: { cursor?: string }) =>
  ask(api.v1.funnels[":id"].slots.$get({ param: { id }, query }));
type Row = Awaited<ReturnType<typeof read>>["data"][number];

export function Slots({ funnel: { id, config } }: { readonly funnel: Funnel }) {
  const pages = usePages(["funnels", id, "slots"], (cursor) =>
    read(id, cursor === undefined ? {} : { cursor }),
  );
  const nameOf = (stage: string) => config.stages.find((one) => one.id === stage)?.name ?? stage;
  const columns: readonly Column<Row>[] = [
    { key: "at", label: "Slot", show: ({ at }) => <When at={at} zone={config.zone ?? null} /> },
    { key: "people", label: "People", isNumber: true, show: ({ people }) => inNumbers(people) },
    {
      key: "campaigns",
      label: "Began",
      show: ({ campaigns }) => (
        <Group gap="sm">
          {campaigns.map(({ campaignId, stage, people }) => (
            <AnchorLink key={campaignId} size="sm" to="/campaigns/$campaignId" params={{ campaignId }}>
              {nameOf(stage)} ({inNumbers(people)})
            </AnchorLink>
          ))}
        </Group>
      ),
    },
  ];
  return (
    <DataTable
      label="Slots"
      pages={pages}
      columns={columns}
      keyOf={({ at }) => at}
      empty={
        <EmptyState icon={IconCalendarTime} title="No slot was run yet">
          Once it is started it begins with people at its hours, on its weekdays.
        </EmptyState>
      }
    />
  );
}
