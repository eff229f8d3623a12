// One colour for each person, the same wherever they are shown; readable by day and by night.

/** Those unlike one another first. Without red, which says that something is wrong, and yellow, which is orange by night. */
const COLOURS = ["blue", "orange", "grape", "teal", "pink", "lime", "indigo", "cyan", "violet"] as const;
export type PersonColour = (typeof COLOURS)[number] | "gray";

/** By the order in which they joined (their ids tell it), so that nobody's changes when somebody comes. */
export function personColours(ids: readonly string[]): (id: string) => PersonColour {
  const places = new Map(ids.toSorted().map((id, index) => [id, index]));
  return (id) => COLOURS[(places.get(id) ?? -1) % COLOURS.length] ?? "gray";
}
