// What the changes to one shift on one date make of the people on it.
import { compareText } from "../fold.ts";
import type { Because, OnShift, Override } from "./rota.ts";

/** What is different about a shift that takes place anyway. */
export type Change = Exclude<Override, { kind: "add" }>;
type Swap = Extract<Change, { kind: "swap" }>;

/** Somebody, or a place that was given back and can be taken. */
type Place = OnShift | null;

/** The people after all changes, made in this order (see `inOrder`); nobody is an open shift, null one that was removed. */
export function changeShift(
  planned: readonly OnShift[],
  changes: readonly Change[],
): readonly OnShift[] | null {
  if (changes.length === 0) return planned;
  let places: readonly Place[] | null = placesOf(planned);
  for (const change of changes) places = makeChange(places, change);
  return places?.filter((place) => place !== null) ?? null;
}

/** Each of these once, for the same reason. */
export function nameAll(volunteers: readonly string[], because: Because): readonly OnShift[] {
  return volunteers
    .filter((volunteerId, index) => volunteers.indexOf(volunteerId) === index)
    .map((volunteerId) => ({ volunteerId, because }));
}

/** Older before newer, then by id: what comes later counts. */
export function inOrder(a: Override, b: Override): number {
  return a.at - b.at || compareText(a.id, b.id);
}

function makeChange(places: readonly Place[] | null, change: Change): readonly Place[] | null {
  switch (change.kind) {
    case "remove":
      return null;
    case "replace":
      return placesOf(nameAll(change.volunteers, { kind: "replacement", overrideId: change.id }));
    case "swap":
      return places && swap(places, change);
    default:
      return change satisfies never;
  }
}

/** A shift for which nobody was planned has one place. */
function placesOf(people: readonly OnShift[]): readonly Place[] {
  return people.length === 0 ? [null] : people;
}

/** Does nothing where `from` is not on the shift any more, or no place is open: of two who take it the first has it. */
function swap(places: readonly Place[], { id, from, to }: Swap): readonly Place[] {
  const index = places.findIndex((place) => (place?.volunteerId ?? null) === from);
  if (index === -1) return places;
  const isThere = places.some((place) => to !== null && place?.volunteerId === to);
  // Whoever takes a second place of the same shift leaves it shorter, and an open one open.
  if (isThere) return from === null ? places : places.toSpliced(index, 1);
  const because: Because = { kind: "swap", overrideId: id, instead: from };
  return places.with(index, to === null ? null : { volunteerId: to, because });
}
