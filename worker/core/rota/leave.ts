// What a rota becomes when somebody leaves the group: they are on nothing that starts from now on, and what was stays.
import { deriveId } from "#core/id";
import { inOrder } from "./change-shift.ts";
import { dateOf, dayOf, weekdayOf } from "../civil.ts";
import { lastBegun } from "./last-begun.ts";
import { occurrenceOn } from "./occurrence-on.ts";
import { inTurn, turnOf } from "./planned.ts";
import type { Override, Rota, Shift } from "./rota.ts";

export interface Leaving {
  /** To be written over those with their ids, or beside them. */
  readonly shifts: readonly Shift[];
  readonly overrides: readonly Override[];
  /** Overrides that say nothing any more. */
  readonly dropped: readonly string[];
}

type Change = Exclude<Override, { kind: "add" }>;
type LastPast = ReturnType<typeof lastBegun>;

interface Past {
  /** The id of the part that was. */
  readonly id: string;
  /** Its last date. */
  readonly last: string;
}

/** `now` is in epoch milliseconds. A shift under way counts as what was. */
export function leave(rota: Rota, volunteerId: string, now: number): Leaving {
  const lastPast = lastBegun(rota.zone, now);
  const { shifts, pasts } = leaveShifts(rota.shifts, volunteerId, lastPast);
  const { changed, dropped } = settleChanges(rota, volunteerId, lastPast);
  const moved = rota.overrides.flatMap((override): Override[] => {
    if (override.kind === "add") {
      if (override.date <= lastPast(override) || !override.volunteers.includes(volunteerId)) return [];
      return [{ ...override, volunteers: without(override.volunteers, volunteerId) }];
    }
    const past = pasts.get(override.shiftId);
    return past !== undefined && override.date <= past.last ? [{ ...override, shiftId: past.id }] : [];
  });
  return { shifts, overrides: [...moved, ...changed], dropped };
}

/** Each weekly shift of theirs ends, and goes on without them; whoever holds its id means the one that goes on. */
function leaveShifts(all: readonly Shift[], volunteerId: string, lastPast: LastPast) {
  const shifts: Shift[] = [];
  const pasts = new Map<string, Past>();
  for (const shift of all) {
    const last = lastPast(shift);
    if (!shift.volunteers.includes(volunteerId)) continue;
    if (shift.validUntil !== null && shift.validUntil <= last) continue;
    if (shift.validFrom !== null && shift.validFrom > last) {
      shifts.push({ ...shift, volunteers: without(shift.volunteers, volunteerId) });
      continue;
    }
    const id = deriveId("past shift", shift.id, last);
    pasts.set(shift.id, { id, last });
    // Turns are counted anew from the first date: whoever is first the next time stays so, or who comes after them.
    const from = dayOf(last) + 1;
    const volunteers = without(inTurn(shift, turnOf(shift, nextDay(shift, from))), volunteerId);
    shifts.push({ ...shift, id, validUntil: last }, { ...shift, volunteers, validFrom: dateOf(from) });
  }
  return { shifts, pasts };
}

/** The first day from `day` on that has the shift's weekday. */
function nextDay({ weekday }: Shift, day: number): number {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/**
 * What is still to be different about shifts, where it has to do with them: all that was said of one on one date becomes what
 * it came to, without them. A swap counts places, and with one more or less it would mean somebody else.
 */
function settleChanges(rota: Rota, volunteerId: string, lastPast: LastPast) {
  const planned = new Map([...rota.shifts, ...addedOf(rota)].map((shift) => [shift.id, shift]));
  const changed: Override[] = [];
  const dropped: string[] = [];
  for (const changes of groupChanges(rota)) {
    const [newest, ...older] = changes.toReversed();
    const shift = planned.get(newest?.shiftId ?? "");
    if (newest === undefined || shift === undefined || newest.date <= lastPast(shift)) continue;
    const isPlanned = shift.volunteers.includes(volunteerId);
    const isAbout = (change: Change) => names(change, volunteerId) || (isPlanned && change.kind === "swap");
    const { id, date, at, shiftId } = newest;
    const occurrence = changes.some(isAbout) ? occurrenceOn(rota, shiftId, date) : null;
    if (occurrence === null) continue;
    const people = occurrence.people.map((person) => person.volunteerId);
    changed.push({ kind: "replace", id, date, at, shiftId, volunteers: without(people, volunteerId) });
    dropped.push(...older.map((one) => one.id));
  }
  return { changed, dropped };
}

function without(volunteers: readonly string[], volunteerId: string): string[] {
  return volunteers.filter((id) => id !== volunteerId);
}

function addedOf({ overrides }: Rota) {
  return overrides.flatMap((override) => (override.kind === "add" ? [override] : []));
}

/** What is different about one shift on one date, oldest first. */
function groupChanges({ overrides }: Rota): Iterable<readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of overrides.toSorted(inOrder)) {
    if (change.kind === "add") continue;
    const key = `${change.date} ${change.shiftId}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return groups.values();
}

function names(change: Change, volunteerId: string): boolean {
  if (change.kind === "replace") return change.volunteers.includes(volunteerId);
  return change.kind === "swap" && (change.from === volunteerId || change.to === volunteerId);
}
