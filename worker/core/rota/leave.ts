// What a rota becomes when somebody leaves the group: they are on nothing that starts from now on, and what was stays.
import { deriveId } from "#core/id";
import { inOrder } from "./change-shift.ts";
import { dateOf, dayOf } from "./civil.ts";
import { lastBegun } from "./last-begun.ts";
import { occurrenceOn } from "./occurrence-on.ts";
import type { Override, Rota, Shift } from "./rota.ts";

export interface Leaving {
  /** To be written over those with their ids, or beside them. */
  readonly shifts: readonly Shift[];
  readonly overrides: readonly Override[];
  /** Overrides that say nothing any more. */
  readonly dropped: readonly string[];
}

type Change = Exclude<Override, { kind: "add" }>;

/** `now` is in epoch milliseconds. A shift under way counts as what was. */
export function leave(rota: Rota, volunteerId: string, now: number): Leaving {
  const lastPast = lastBegun(rota.zone, now);
  const shifts: Shift[] = [];
  const pastIds = new Map<string, { readonly id: string; readonly last: string }>();
  for (const shift of rota.shifts) {
    if (!shift.volunteers.includes(volunteerId)) continue;
    const last = lastPast(shift);
    if (shift.validUntil !== null && shift.validUntil <= last) continue;
    const volunteers = shift.volunteers.filter((id) => id !== volunteerId);
    if (shift.validFrom !== null && shift.validFrom > last) {
      shifts.push({ ...shift, volunteers });
      continue;
    }
    // Whoever holds the shift's id means the one that goes on.
    const id = deriveId("past shift", shift.id, last);
    pastIds.set(shift.id, { id, last });
    shifts.push({ ...shift, id, validUntil: last });
    shifts.push({ ...shift, volunteers, validFrom: dateOf(dayOf(last) + 1) });
  }

  const begun = new Map([...rota.shifts, ...addedOf(rota)].map((shift) => [shift.id, lastPast(shift)]));
  const isPast = (id: string, date: string) => date <= (begun.get(id) ?? "");
  const overrides: Override[] = [];
  const dropped: string[] = [];
  for (const override of rota.overrides) {
    if (override.kind === "add") {
      if (!isPast(override.id, override.date) && override.volunteers.includes(volunteerId))
        overrides.push({ ...override, volunteers: override.volunteers.filter((id) => id !== volunteerId) });
    } else {
      const past = pastIds.get(override.shiftId);
      if (past !== undefined && override.date <= past.last) overrides.push({ ...override, shiftId: past.id });
    }
  }
  for (const changes of changesAhead(rota, volunteerId, isPast)) {
    const [newest, ...older] = changes.toReversed();
    if (newest === undefined) continue;
    const { id, date, at, shiftId } = newest;
    const shift = occurrenceOn(rota, shiftId, date);
    if (shift === null) continue;
    // Swaps go by who was there before them: what they came to is said in one, without whom it is about.
    const volunteers = shift.people.map((person) => person.volunteerId).filter((one) => one !== volunteerId);
    overrides.push({ kind: "replace", id, date, at, shiftId, volunteers });
    dropped.push(...older.map((one) => one.id));
  }
  return { shifts, overrides, dropped };
}

function addedOf({ overrides }: Rota) {
  return overrides.flatMap((override) => (override.kind === "add" ? [override] : []));
}

/** What is still to be different about shifts on their dates, oldest first, where it names the volunteer. */
function changesAhead(
  { overrides }: Rota,
  volunteerId: string,
  isPast: (id: string, date: string) => boolean,
): readonly (readonly Change[])[] {
  const changes = overrides.flatMap((override) => (override.kind === "add" ? [] : [override]));
  const ahead = changes.filter(({ shiftId, date }) => !isPast(shiftId, date));
  const groups = new Map<string, Change[]>();
  for (const change of ahead) {
    const key = `${change.date} ${change.shiftId}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return Array.from(groups.values(), (group) => group.toSorted(inOrder)).filter((group) =>
    group.some((change) => names(change, volunteerId)),
  );
}

function names(change: Change, volunteerId: string): boolean {
  if (change.kind === "replace") return change.volunteers.includes(volunteerId);
  return change.kind === "swap" && (change.from === volunteerId || change.to === volunteerId);
}
