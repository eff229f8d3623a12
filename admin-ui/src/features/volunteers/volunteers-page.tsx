// Everybody who takes calls.
import { Button, Group as Row, Stack } from "@mantine/core";
import { IconPlus, IconUsers } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { api, ask } from "../../data/api.ts";
import { useNextStep } from "../../data/first-steps.ts";
import { useGroups } from "../../data/helplines.ts";
import type { Group, Volunteer } from "../../data/helplines.ts";
import { usePages } from "../../data/use-pages.ts";
import { useMay } from "../../data/use-session.ts";
import { AlsoSwitch } from "../../ui/also-switch.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FirstSteps } from "../../ui/first-steps.tsx";
import { AnchorLink } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { QuarantineNote } from "../../ui/quarantine-note.tsx";
import { GroupFilter } from "../../ui/group-filter.tsx";
import { NewVolunteer } from "./new-volunteer.tsx";
import { StateBadge } from "./state-badge.tsx";

const route = getRouteApi("/volunteers");

export function VolunteersPage() {
  const { group, removed = false, new: isNew = false } = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = useMay("editor");
  const groups = useGroups();
  const pages = usePages<Volunteer>(["helplines", "volunteers", "list", { group, removed }], (cursor) =>
    ask(
      api.v1.volunteers.$get({
        query: {
          removed: String(removed),
          ...(group !== undefined && { helpline: group }),
          ...(cursor !== undefined && { cursor }),
        },
      }),
    ),
  );
  const chosen = groups.data?.find(({ id }) => id === group);
  const nameOf = (id: string) => groups.data?.find((one) => one.id === id)?.name;
  const open = (isOpen: boolean) =>
    void navigate({ search: (before) => ({ ...before, new: isOpen ? true : undefined }) });
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open(true)}>
      New volunteer
    </Button>
  );
  return (
    <Page
      title="Volunteers"
      lead="Who takes the calls of the helplines."
      actions={pages.rows.length > 0 && add}
    >
      <Row align="flex-end">
        <GroupFilter
          value={group}
          onChange={(id) => void navigate({ search: (before) => ({ ...before, group: id }), replace: true })}
        />
        <AlsoSwitch
          label="Those who were removed"
          isOn={removed}
          onChange={(removed) =>
            void navigate({ search: (before) => ({ ...before, removed }), replace: true })
          }
        />
      </Row>
      {chosen !== undefined && <NextOf group={chosen} />}
      <DataTable
        label="Volunteers"
        pages={pages}
        keyOf={({ id }) => id}
        columns={[
          {
            key: "name",
            label: "Name",
            show: ({ id, name }) => (
              <AnchorLink to="/volunteers/$volunteerId" params={{ volunteerId: id }} fw={600}>
                {name || "Erased"}
              </AnchorLink>
            ),
          },
          { key: "phone", label: "Phone", show: ({ phone }) => phone ?? "None" },
          {
            key: "email",
            label: "E-mail",
            show: ({ email }) => <span className="wrap-anywhere">{email ?? "None"}</span>,
          },
          {
            key: "groups",
            label: "Groups",
            show: ({ helplines }) => helplines.flatMap((id) => nameOf(id) ?? []).join(", ") || "None",
          },
          {
            key: "state",
            label: "State",
            show: (volunteer) => (
              <Stack gap={4} align="flex-start">
                <StateBadge volunteer={volunteer} />
                <QuarantineNote volunteer={volunteer} mayEdit={mayEdit} />
              </Stack>
            ),
          },
        ]}
        empty={
          <EmptyState
            icon={IconUsers}
            title={removed ? "Nobody was removed" : "No volunteers yet"}
            action={!removed && add}
          >
            Volunteers answer the calls of a group when the rota says that they are on.
          </EmptyState>
        }
      />
      {mayEdit && (
        <NewVolunteer isOpen={isNew} groupId={group} groups={groups.data ?? []} onClose={() => open(false)} />
      )}
    </Page>
  );
}

function NextOf({ group }: { readonly group: Group }) {
  return <FirstSteps group={group} next={useNextStep(group.id)} here="volunteers" />;
}
