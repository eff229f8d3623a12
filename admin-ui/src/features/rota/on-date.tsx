// A shift on one date: who is on it and why, and what can be made different about that date alone.
import { Button, Group as Row, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { explain } from "#core/rota/explain";
import type { Rota } from "#core/rota/rota";
import type { Group } from "../../data/helplines.ts";
import { useMay } from "../../data/use-session.ts";
import { When } from "../../ui/when.tsx";
import { DateChanges } from "./date-changes.tsx";
import { DatePeople } from "./date-people.tsx";
import type { Marked } from "./marks.ts";
import { MoveQuestion } from "./move-question.tsx";
import type { People } from "./people.ts";
import { RemindButton } from "./remind-button.tsx";
import { useOverride, useTakeBack } from "./use-changes.ts";

export interface OnDateProps {
  readonly group: Group;
  readonly rota: Rota;
  readonly shift: Marked;
  readonly people: People;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onDone: () => void;
}

export function OnDate({ group, rota, shift, people, now, onDone }: OnDateProps) {
  const mayEdit = useMay("editor");
  const [isMoving, setMoving] = useState(false);
  const remove = useOverride(group.id, "It does not take place on this date.", onDone);
  const takeBack = useTakeBack(group.id, onDone);
  const { shiftId, date, isAdded, isRemoved } = shift;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        <When at={new Date(shift.startsAt).toISOString()} zone={group.zone} /> to{" "}
        <When at={new Date(shift.endsAt).toISOString()} zone={group.zone} show="time" />
      </Text>
      {isRemoved && <Text fw={600}>It does not take place on this date.</Text>}
      {!isRemoved && (
        <Stack gap="xs">
          <Title order={3} size="h5">
            Who is on
          </Title>
          {shift.people.length === 0 && <Text size="sm">Nobody: the shift is open.</Text>}
          {shift.people.map((person) => (
            <Stack key={person.volunteerId} gap={0}>
              <Text fw={600}>{people.of(person.volunteerId).name}</Text>
              <Text size="sm" c="dimmed">
                {explain(rota, { ...person, during: shift }, (id) => people.of(id).name)}
              </Text>
            </Stack>
          ))}
        </Stack>
      )}
      {mayEdit && !isRemoved && <DatePeople groupId={group.id} shift={shift} people={people} />}
      {shift.changes.length > 0 && (
        <DateChanges groupId={group.id} shift={shift} people={people} mayEdit={mayEdit} />
      )}
      {mayEdit && !isRemoved && (
        <Row gap="xs">
          <Button variant="default" onClick={() => setMoving(true)}>
            Other times…
          </Button>
          {shift.startsAt > now && shift.people.length > 0 && (
            <RemindButton groupId={group.id} shiftId={shiftId} date={date} />
          )}
          <Button
            variant="default"
            loading={remove.isPending || takeBack.isPending}
            onClick={() =>
              isAdded ? takeBack.mutate(shiftId) : remove.mutate({ kind: "remove", shiftId, date })
            }
          >
            {isAdded ? "Delete this extra shift" : "Cancel it on this date"}
          </Button>
        </Row>
      )}
      {isMoving && (
        <MoveQuestion
          group={group}
          shift={shift}
          times={{ date: shift.date, from: shift.from, to: shift.to }}
          onDone={(isMoved) => {
            setMoving(false);
            if (isMoved) onDone();
          }}
        />
      )}
    </Stack>
  );
}
