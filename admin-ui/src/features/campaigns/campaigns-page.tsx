// Every campaign: what waits, what is going out, and how far.
import { Group } from "@mantine/core";
import { IconSpeakerphone } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { listQuery } from "../../data/list-query.ts";
import { isNone, usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { AlsoSwitch } from "../../ui/also-switch.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { RowName } from "../../ui/row-name.tsx";
import { When } from "../../ui/when.tsx";
import { FilterSelect } from "../../ui/filter-select.tsx";
import type { Campaign } from "./questions.ts";
import { ListProgress } from "./list-progress.tsx";
import { StateBadge } from "./state-badge.tsx";
import { STATES } from "./states.ts";
import { inNumbers, STATE_WORDS } from "./words.ts";

const STATE_CHOICES = STATES.map((value) => ({ value, label: STATE_WORDS[value].label }));

type Row = Pick<Campaign, "id" | "name" | "state" | "stateAt" | "launchedAt" | "audience" | "archivedAt">;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, name, archivedAt }) => (
      <RowName mark={archivedAt === null ? null : "Put away"}>
        <AnchorLink
          to="/campaigns/$campaignId"
          params={{ campaignId: id }}
          fw={600}
          className="wrap-anywhere"
        >
          {name}
        </AnchorLink>
      </RowName>
    ),
  },
  { key: "state", label: "State", show: ({ state }) => <StateBadge state={state} /> },
  { key: "progress", label: "Progress", show: (campaign) => <ListProgress campaign={campaign} /> },
  {
    key: "people",
    label: "People",
    isNumber: true,
    show: ({ audience }) => (audience === null ? "–" : inNumbers(audience.planned)),
  },
  { key: "at", label: "Since", show: ({ stateAt }) => <When at={stateAt} /> },
];

export function CampaignsPage() {
  const { state, archived } = useSearch({ from: "/campaigns" });
  const navigate = useNavigate({ from: "/campaigns" });
  const mayEdit = useMay("editor");
  const pages = usePages(["campaigns", "list", state, archived], (cursor) =>
    ask(
      api.v1.campaigns.$get({
        query: listQuery({ cursor, state, archived }),
      }),
    ),
  );
  const create = mayEdit && <ButtonLink to="/campaigns/new">New campaign</ButtonLink>;
  const isFiltered = state !== undefined || archived === true;
  return (
    <Page
      title="Campaigns"
      lead="A message or a flow to many people, at the line’s own pace."
      actions={(isFiltered || !isNone(pages)) && create}
    >
      <Group align="flex-end">
        <FilterSelect
          label="State"
          any="All of them"
          choices={STATE_CHOICES}
          value={state}
          onChange={(next) =>
            void navigate({ search: (before) => ({ ...before, state: next }), replace: true })
          }
        />
        <AlsoSwitch
          label="Also those put away"
          isOn={archived}
          onChange={(archived) =>
            void navigate({ search: (before) => ({ ...before, archived }), replace: true })
          }
        />
      </Group>
      <DataTable
        label="Campaigns"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          isFiltered ? (
            <EmptyState icon={IconSpeakerphone} title="No campaign like that">
              Nothing is in this state at the moment.
            </EmptyState>
          ) : (
            <EmptyState icon={IconSpeakerphone} title="Nothing has been sent yet" action={create}>
              Choose what to say, who is to get it and from which line. You see what it comes to before
              anything goes out.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
