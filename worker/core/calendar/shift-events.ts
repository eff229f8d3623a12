// The shifts of a group as events of a calendar: of everybody, or of one volunteer.
import { explain } from "../rota/explain.ts";
import { occurrences } from "../rota/occurrences.ts";
import type { Occurrence, Rota } from "../rota/rota.ts";
import type { CalendarEvent } from "./write-calendar.ts";

export interface Group {
  readonly id: string;
  readonly name: string;
  /** E.164; null for a group that is called by none. */
  readonly number: string | null;
  readonly rota: Rota;
  /** When each weekly shift was last changed, epoch milliseconds, by its id. */
  readonly changedAt: ReadonlyMap<string, number>;
  readonly nameOf: (volunteerId: string) => string;
}

/** By which the events of a group's feed are known again. */
export function uidEnd(groupId: string): string {
  return `.${groupId}@partyline`;
}

/** Fourteen shifts a day for a year, about 2 MB of text; of a larger group what is ahead comes first. */
export const EVENTS_MAX = 5_000;

/** What overlaps [from, to) (epoch milliseconds); only the shifts of that volunteer, unless it is null. */
export function shiftEvents(
  group: Group,
  from: number,
  to: number,
  volunteerId: string | null,
  now = from,
): readonly CalendarEvent[] {
  const shifts = occurrences(group.rota, from, to).filter(
    ({ people }) => volunteerId === null || people.some((one) => one.volunteerId === volunteerId),
  );
  const past = shifts.filter(({ endsAt }) => endsAt <= now).length;
  const first = Math.max(0, Math.min(past, shifts.length - EVENTS_MAX));
  return shifts.slice(first, first + EVENTS_MAX).map((shift) => ({
    // A shift has one occurrence on a date, so this names it whatever becomes of it.
    uid: `${shift.date}.${shift.shiftId}${uidEnd(group.id)}`,
    zone: group.rota.zone,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    changedAt: changedAt(group, shift),
    summary: volunteerId === null ? summaryOf(group, shift) : `On shift: ${group.name}`,
    description: describe(group, shift),
    isOpen: shift.people.length === 0,
  }));
}

function summaryOf({ name, nameOf }: Group, { people }: Occurrence): string {
  return people.length === 0
    ? `Open: ${name}`
    : people.map(({ volunteerId }) => nameOf(volunteerId)).join(", ");
}

/** The number people call, and a line for each of those on it: who, and by which rule. */
function describe({ number, rota, nameOf }: Group, during: Occurrence): string {
  const people = during.people.map(
    (person) => `${nameOf(person.volunteerId)}: ${explain(rota, { ...person, during }, nameOf)}`,
  );
  return [
    ...(number === null ? [] : [`Calls to ${number}`]),
    ...(people.length === 0 ? ["Nobody is on this shift yet."] : people),
  ].join("\n");
}

function changedAt({ rota, changedAt }: Group, { shiftId, date }: Occurrence): number {
  const changes = rota.overrides.filter((change) =>
    change.kind === "add" ? change.id === shiftId : change.shiftId === shiftId && change.date === date,
  );
  return Math.max(changedAt.get(shiftId) ?? 0, ...changes.map(({ at }) => at));
}
