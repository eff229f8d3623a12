// All helplines.
import { Button } from "@mantine/core";
import { IconPlus, IconUsersGroup } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import type { Group } from "../../data/helplines.ts";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { AlsoSwitch } from "../../ui/also-switch.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { NewGroup } from "./new-group.tsx";
import { placeName } from "./words.ts";

const route = getRouteApi("/groups");

const COLUMNS: readonly Column<Group>[] = [
  {
    key: "name",
    label: "Group",
    show: ({ id, name, archivedAt }) => (
      <>
        <AnchorLink to="/groups/$groupId" params={{ groupId: id }} fw={600}>
          {name}
        </AnchorLink>
        {archivedAt !== null && " (out of use)"}
      </>
    ),
  },
  { key: "number", label: "Number", show: ({ number }) => number },
  { key: "zone", label: "Zone", show: ({ zone }) => placeName(zone) },
  {
    key: "rota",
    label: "Rota",
    isLabelHidden: true,
    show: ({ id, archivedAt }) =>
      archivedAt === null && (
        <AnchorLink to="/rota" search={{ group: id }} size="sm">
          Rota
        </AnchorLink>
      ),
  },
];

export function GroupsPage() {
  const { archived = false, new: isNew = false } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay("editor");
  const pages = usePages<Group>(["helplines", "list", { archived }], (cursor) =>
    ask(
      api.v1.helplines.$get({
        query: { archived: String(archived), ...(cursor !== undefined && { cursor }) },
      }),
    ),
  );
  const open = (isOpen: boolean) =>
    void navigate({ search: (before) => ({ ...before, new: isOpen ? true : undefined }) });
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open(true)}>
      New group
    </Button>
  );
  return (
    <Page
      title="Groups"
      lead="Volunteers behind a number people call."
      actions={pages.rows.length > 0 && add}
    >
      <AlsoSwitch
        label="Also groups out of use"
        isOn={archived}
        onChange={(archived) =>
          void navigate({ search: (before) => ({ ...before, archived }), replace: true })
        }
      />
      <DataTable
        label="Groups"
        pages={pages}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        empty={
          <EmptyState icon={IconUsersGroup} title="No helpline yet" action={add}>
            A group has a number that people call, volunteers who answer, and a rota that says who is on when.
          </EmptyState>
        }
      />
      {mayEdit && <NewGroup isOpen={isNew} onClose={() => open(false)} />}
    </Page>
  );
}
