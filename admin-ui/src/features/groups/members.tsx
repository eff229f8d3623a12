// Who is in the group: added from the volunteers there are, taken out; telephones that failed are rung again.
import { Badge, Button, Group as Row, Select, Stack, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import type { Group, Volunteer } from "../../data/helplines.ts";
import { useVolunteers } from "../../data/helplines.ts";
import { usePages } from "../../data/use-pages.ts";
import { useSave } from "../../data/use-save.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { AnchorLink, ButtonLink } from "../../ui/links.tsx";
import { QuarantineNote } from "../../ui/quarantine-note.tsx";

export interface MembersProps {
  readonly group: Group;
  readonly mayEdit: boolean;
}

const memberOf = api.v1.helplines[":id"].volunteers[":volunteerId"];

export function Members({ group, mayEdit }: MembersProps) {
  const { id } = group;
  const pages = usePages<Volunteer>(["helplines", id, "volunteers"], (cursor) =>
    ask(api.v1.volunteers.$get({ query: { helpline: id, ...(cursor !== undefined && { cursor }) } })),
  );
  const leave = useSave({
    save: (volunteerId: string) => ask(memberOf.$delete({ param: { id, volunteerId } })),
    touches: ["helplines", "askings"],
    said: ({ name }) => `${name} is no member any more, and on none of its shifts from now on.`,
  });
  return (
    <Stack>
      {mayEdit && pages.rows.length > 0 && <Joining id={id} />}
      <DataTable
        label="Volunteers of this group"
        pages={pages}
        keyOf={(volunteer) => volunteer.id}
        columns={[
          {
            key: "name",
            label: "Name",
            show: (volunteer) => (
              <AnchorLink to="/volunteers/$volunteerId" params={{ volunteerId: volunteer.id }} fw={600}>
                {volunteer.name || "Erased"}
              </AnchorLink>
            ),
          },
          { key: "phone", label: "Phone", show: ({ phone }) => phone ?? "None: is not called" },
          {
            key: "state",
            label: "State",
            show: (volunteer) => (
              <Stack gap={4} align="flex-start">
                <Badge variant="light" color={volunteer.isActive ? "teal" : "gray"}>
                  {volunteer.isActive ? "Takes calls" : "Pauses"}
                </Badge>
                <QuarantineNote volunteer={volunteer} mayEdit={mayEdit} />
              </Stack>
            ),
          },
          {
            key: "leave",
            label: "Take out of the group",
            isLabelHidden: true,
            show: (volunteer) =>
              mayEdit && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`Take ${volunteer.name} out of the group`}
                  loading={leave.isPending && leave.variables === volunteer.id}
                  onClick={() => leave.mutate(volunteer.id)}
                >
                  Take out
                </Button>
              ),
          },
        ]}
        empty={
          <EmptyState
            icon={IconUsers}
            title="No volunteers yet"
            action={
              mayEdit && (
                <ButtonLink to="/volunteers" search={{ new: true, group: id }}>
                  Add a volunteer
                </ButtonLink>
              )
            }
          >
            Volunteers are called by the rota. Somebody can be in several groups.
          </EmptyState>
        }
      />
    </Stack>
  );
}

function Joining({ id }: { readonly id: string }) {
  const all = useVolunteers();
  const [chosen, setChosen] = useState<string | null>(null);
  const join = useSave({
    save: (volunteerId: string) => ask(memberOf.$put({ param: { id, volunteerId } })),
    touches: ["helplines"],
    said: ({ name }) => `${name} is a member.`,
    onSaved: () => setChosen(null),
  });
  const others = all.data?.filter(({ helplines }) => !helplines.includes(id)) ?? [];
  return (
    <Row align="flex-end" gap="sm">
      <Select
        label="Add a volunteer of another group"
        placeholder={others.length === 0 ? "Everybody is in this group" : "Name"}
        disabled={others.length === 0}
        searchable
        value={chosen}
        data={others.map(({ id: value, name }) => ({ value, label: name }))}
        onChange={setChosen}
      />
      <Button
        variant="default"
        disabled={chosen === null}
        loading={join.isPending}
        onClick={() => {
          if (chosen !== null) join.mutate(chosen);
        }}
      >
        Add
      </Button>
      <Text size="sm" c="dimmed">
        or
      </Text>
      <ButtonLink to="/volunteers" search={{ new: true, group: id }} variant="default">
        Add somebody new
      </ButtonLink>
    </Row>
  );
}
