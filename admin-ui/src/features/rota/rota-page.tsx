// The rota of one group, chosen in the address; the first of them where none is.
import { Select, Skeleton } from "@mantine/core";
import { IconCalendarWeek } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useGroups } from "../../data/helplines.ts";
import { useMay } from "../../data/use-session.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ButtonLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { GroupRota } from "./group-rota.tsx";

const route = getRouteApi("/rota");

export function RotaPage() {
  const { group: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const groups = useGroups();
  const mayEdit = useMay("editor");
  const group = groups.data?.find(({ id }) => id === chosen) ?? groups.data?.[0];
  const choice = groups.data !== undefined && groups.data.length > 1 && (
    <Select
      aria-label="Group"
      data={groups.data.map(({ id, name }) => ({ value: id, label: name }))}
      value={group?.id ?? null}
      allowDeselect={false}
      searchable={groups.data.length > 8}
      onChange={(id) =>
        void navigate({ search: ({ view, week }) => ({ ...(id !== null && { group: id }), view, week }) })
      }
    />
  );
  return (
    <Page
      title={group === undefined ? "Rota" : `Rota: ${group.name}`}
      actions={choice === false ? undefined : choice}
    >
      {groups.isError && groups.data === undefined && (
        <ProblemNote problem={groups.error} retry={groups.refetch} />
      )}
      {groups.isPending && <Skeleton h={720} aria-hidden />}
      {groups.data?.length === 0 && (
        <EmptyState
          icon={IconCalendarWeek}
          title="No helpline yet"
          action={
            mayEdit && (
              <ButtonLink to="/groups" search={{ new: true }}>
                Add a group
              </ButtonLink>
            )
          }
        >
          A rota says which volunteers of a group are called, and when. It begins with a group and its number.
        </EmptyState>
      )}
      {group !== undefined && <GroupRota key={group.id} group={group} />}
    </Page>
  );
}
