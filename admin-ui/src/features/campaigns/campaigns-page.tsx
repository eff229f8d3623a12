// Every campaign: what waits, what is going out, and how far.
import { Group, Select, Switch, Text } from "@mantine/core";
import { IconSpeakerphone } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { When } from "../../ui/when.tsx";
import type { Campaign } from "./questions.ts";
import { ListProgress } from "./list-progress.tsx";
import { StateBadge } from "./state-badge.tsx";
import { STATES } from "./states.ts";
import { inNumbers, STATE_WORDS } from "./words.ts";

const STATE_CHOICES = [
  { value: "", label: "All of them" },
  ...STATES.map((state) => ({ value: state, label: STATE_WORDS[state].label })),
];

type Row = Pick<Campaign, "id" | "name" | "state" | "stateAt" | "launchedAt" | "audience" | "archivedAt">;

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, name, archivedAt }) => (
      <Group gap={6}>
        <AnchorLink
          to="/campaigns/$campaignId"
          params={{ campaignId: id }}
          fw={600}
          className="wrap-anywhere"
        >
          {name}
        </AnchorLink>
        {archivedAt !== null && (
          <Text span size="xs" c="dimmed">
            Put away
          </Text>
        )}
      </Group>
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
        query: {
          ...(cursor !== undefined && { cursor }),
          ...(state !== undefined && { state }),
          ...(archived === true && { archived: "true" }),
        },
      }),
    ),
  );
  const isFiltered = state !== undefined || archived === true;
  return (
    <Page
      title="Campaigns"
      lead="A message or a flow to many people, at the line’s own pace."
      actions={mayEdit && <ButtonLink to="/campaigns/new">New campaign</ButtonLink>}
    >
      <Group align="flex-end">
        <Select
          label="State"
          data={STATE_CHOICES}
          value={state ?? ""}
          onChange={(value) =>
            void navigate({
              search: (before) => ({ ...before, state: STATES.find((each) => each === value) }),
              replace: true,
            })
          }
          allowDeselect={false}
          w={180}
        />
        <Switch
          label="Also those put away"
          checked={archived === true}
          onChange={({ currentTarget: { checked } }) =>
            void navigate({
              search: (before) => ({ ...before, archived: checked || undefined }),
              replace: true,
            })
          }
          mb={8}
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
            <EmptyState
              icon={IconSpeakerphone}
              title="Nothing has been sent yet"
              action={mayEdit && <ButtonLink to="/campaigns/new">Begin a campaign</ButtonLink>}
            >
              Choose what to say, who is to get it and from which line. You see what it comes to before
              anything goes out.
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
