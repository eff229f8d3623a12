// Other people on one date: one for another, a place given back or taken, or the whole list anew.
import { Button, Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import type { Marked } from "./marks.ts";
import { PeopleField } from "./people-field.tsx";
import type { People } from "./people.ts";
import { useOverride } from "./use-changes.ts";

export interface DatePeopleProps {
  readonly groupId: string;
  readonly shift: Marked;
  readonly people: People;
}

export function DatePeople({ groupId, shift, people }: DatePeopleProps) {
  const { shiftId, date } = shift;
  const on = shift.people.map(({ volunteerId }) => volunteerId);
  const [mode, setMode] = useState<"none" | "swap" | "replace">("none");
  if (mode === "none")
    return (
      <Group gap="xs">
        <Button variant="default" onClick={() => setMode("swap")}>
          {on.length === 0 ? "Give it to somebody…" : "Swap or give back…"}
        </Button>
        <Button variant="default" onClick={() => setMode("replace")}>
          Choose other people…
        </Button>
      </Group>
    );
  const shared = { groupId, people, on, shiftId, date, onDone: () => setMode("none") };
  return mode === "swap" ? <Swap {...shared} /> : <Replace {...shared} />;
}

interface Change {
  readonly groupId: string;
  readonly people: People;
  readonly on: readonly string[];
  readonly shiftId: string;
  readonly date: string;
  readonly onDone: () => void;
}

/** Of a select: a place, rather than a person. */
const OPEN = "open";

function Swap({ groupId, people, on, shiftId, date, onDone }: Change) {
  const [leaves, setLeaves] = useState(on[0] ?? OPEN);
  const [comes, setComes] = useState<string | null>(null);
  const swap = useOverride(groupId, "Changed, on this date.", onDone);
  const candidates = people.members.filter(({ id }) => !on.includes(id));
  return (
    <Stack gap="xs">
      <Select
        label="Instead of"
        data={[
          ...on.map((id) => ({ value: id, label: people.of(id).name })),
          { value: OPEN, label: "Nobody: an open place" },
        ]}
        value={leaves}
        allowDeselect={false}
        onChange={(id) => setLeaves(id ?? OPEN)}
      />
      <Select
        label="Comes"
        searchable
        data={[
          ...candidates.map(({ id, name }) => ({ value: id, label: name })),
          ...(leaves === OPEN ? [] : [{ value: OPEN, label: "Nobody: the place is given back" }]),
        ]}
        value={comes}
        onChange={setComes}
      />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Not now
        </Button>
        <Button
          disabled={comes === null || (comes === OPEN && leaves === OPEN)}
          loading={swap.isPending}
          onClick={() =>
            swap.mutate({
              kind: "swap",
              shiftId,
              date,
              from: leaves === OPEN ? null : leaves,
              to: comes === OPEN ? null : comes,
            })
          }
        >
          Change it on this date
        </Button>
      </Group>
    </Stack>
  );
}

function Replace({ groupId, people, on, shiftId, date, onDone }: Change) {
  const [volunteers, setVolunteers] = useState(on);
  const replace = useOverride(groupId, "Changed, on this date.", onDone);
  return (
    <Stack gap="xs">
      <PeopleField
        label="On this date"
        description="In the order in which they are rung"
        people={people}
        value={volunteers}
        onChange={setVolunteers}
      />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Not now
        </Button>
        <Button
          loading={replace.isPending}
          onClick={() => replace.mutate({ kind: "replace", shiftId, date, volunteers: [...volunteers] })}
        >
          Change it on this date
        </Button>
      </Group>
    </Stack>
  );
}
