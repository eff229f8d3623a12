// Every funnel, and how many people are in it.
import { Skeleton } from "@mantine/core";
import { IconTimeline } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
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
import { When } from "../../ui/when.tsx";
import { countsQuery } from "./questions.ts";
import type { Funnel } from "./questions.ts";
import { StateBadge } from "./state-badge.tsx";
import { inNumbers } from "./words.ts";

const COLUMNS: readonly Column<Funnel>[] = [
  {
    key: "name",
    label: "Name",
    show: ({ id, config }) => (
      <AnchorLink to="/funnels/$funnelId" params={{ funnelId: id }} fw={600} className="wrap-anywhere">
        {config.name}
      </AnchorLink>
    ),
  },
  { key: "state", label: "State", show: ({ state }) => <StateBadge state={state} /> },
  { key: "stages", label: "Stages", isNumber: true, show: ({ config }) => config.stages.length },
  { key: "people", label: "People", isNumber: true, show: ({ id }) => <People id={id} /> },
  { key: "changed", label: "Changed", show: ({ changedAt }) => <When at={changedAt} /> },
];

export function FunnelsPage() {
  const { archived } = useSearch({ from: "/funnels" });
  const navigate = useNavigate({ from: "/funnels" });
  const mayEdit = useMay("editor");
  const pages = usePages(["funnels", "list", archived], (cursor) =>
    ask(
      api.v1.funnels.$get({
        query: listQuery({ cursor, archived }),
      }),
    ),
  );
  const create = mayEdit && <ButtonLink to="/funnels/new">New funnel</ButtonLink>;
  return (
    <Page
      title="Funnels"
      lead="People who are asked again until they answer, a few at a time."
      actions={!isNone(pages) && create}
    >
      <AlsoSwitch
        label="Also those put away"
        isOn={archived}
        onChange={(archived) =>
          void navigate({ search: (before) => ({ ...before, archived }), replace: true })
        }
      />
      <DataTable
        label="Funnels"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconTimeline} title="No funnel yet" action={create}>
            A funnel begins a conversation with a few people each hour, sorts them by what they answer, and
            asks again who said nothing.
          </EmptyState>
        }
      />
    </Page>
  );
}

function People({ id }: { readonly id: string }) {
  const { data, isPending } = useQuery(countsQuery(id));
  if (isPending) return <Skeleton h={16} w={40} ml="auto" />;
  return data === undefined ? "–" : inNumbers(data.people);
}
