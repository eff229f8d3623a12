// What is different about a shift on its date, in the words of a coordinator.
import { occurrences } from "#core/rota/occurrences";
import type { Occurrence, Override, Rota } from "#core/rota/rota";

/** A shift on a date, with whatever was done to it. */
export interface Marked extends Occurrence {
  readonly key: string;
  /** It would be there, and does not take place. */
  readonly isRemoved: boolean;
  readonly isAdded: boolean;
  /** What was changed on this date, in the order in which it counts. */
  readonly changes: readonly Override[];
  readonly marks: readonly Mark[];
  /** What the clock shows, as it was planned. */
  readonly from: string;
  readonly to: string;
}

export type Mark = "added" | "removed" | "replaced" | "swapped" | "taken" | "given back" | "open";

/** Every shift of a window, those that do not take place included. */
export function markedIn(rota: Rota, from: number, to: number): readonly Marked[] {
  const there = occurrences(rota, from, to);
  const isThere = new Set(there.map(keyOf));
  const kept = rota.overrides.filter(({ kind }) => kind !== "remove");
  const removed = occurrences({ ...rota, overrides: kept }, from, to).filter(
    (one) => !isThere.has(keyOf(one)),
  );
  return [...there.map((one) => mark(rota, one, false)), ...removed.map((one) => mark(rota, one, true))].sort(
    (a, b) => a.startsAt - b.startsAt || (a.shiftId < b.shiftId ? -1 : 1),
  );
}

export function keyOf({ shiftId, date }: Pick<Occurrence, "shiftId" | "date">): string {
  return `${shiftId} ${date}`;
}

function mark(rota: Rota, occurrence: Occurrence, isRemoved: boolean): Marked {
  const { shiftId, date } = occurrence;
  const changes = rota.overrides
    .filter((one) => one.date === date && one.kind !== "add" && one.shiftId === shiftId)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const added = rota.overrides.find(({ id }) => id === shiftId);
  const planned = added?.kind === "add" ? added : rota.shifts.find(({ id }) => id === shiftId);
  return {
    ...occurrence,
    key: keyOf(occurrence),
    isRemoved,
    isAdded: added !== undefined,
    changes,
    marks: marksOf(occurrence, changes, isRemoved, added !== undefined),
    from: planned?.from ?? "",
    to: planned?.to ?? "",
  };
}

function marksOf(
  { people }: Occurrence,
  changes: readonly Override[],
  isRemoved: boolean,
  isAdded: boolean,
): readonly Mark[] {
  if (isRemoved) return ["removed"];
  const has = (kind: "replacement" | "swap") => people.some(({ because }) => because.kind === kind);
  const isTaken = people.some(({ because }) => because.kind === "swap" && because.instead === null);
  const isSwapped = people.some(({ because }) => because.kind === "swap" && because.instead !== null);
  const isGivenBack = changes.some((one) => one.kind === "swap" && one.to === null) && !isTaken;
  return [
    ...(isAdded ? ["added" as const] : []),
    ...(has("replacement") ? ["replaced" as const] : []),
    ...(isSwapped ? ["swapped" as const] : []),
    ...(isTaken ? ["taken" as const] : []),
    ...(isGivenBack ? ["given back" as const] : []),
    ...(people.length === 0 ? ["open" as const] : []),
  ];
}
