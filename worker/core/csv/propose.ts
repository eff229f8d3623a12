// What each column probably holds, by its heading, and by its cells where the heading says nothing.
import { COLUMNS_MAX } from "#core/csv/mapping";
import type { Target } from "#core/csv/mapping";
import { REASON_HEADING } from "#core/csv/rejection";
import { readHeading } from "#core/csv/words";
import { CHANNELS } from "#core/line";
import { normalise } from "#core/text";

const KEEP: Target = { kind: "keep" };
/** A share of cells that look like numbers to dial, from which on the column is the number. */
const DIALLABLE_SHARE_MIN = 0.6;
const DIALLABLE = /^'?\+?\(?\d[\d\s().\-/]{5,19}$/;

/** `rows` are some of the file, without its headings. Every target is proposed once where only one column can have it. */
export function proposeMapping(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Target[] {
  const taken = new Set<string>();
  const once = (key: string, target: Target): Target => {
    if (taken.has(key)) return KEEP;
    taken.add(key);
    return target;
  };
  const mapping = headings.slice(0, COLUMNS_MAX).map((heading): Target => propose(heading, once));
  if (mapping.some(({ kind }) => kind === "number")) return mapping;
  const dialled = headings.map((_, column) => shareOf(rows, column));
  const best = dialled.indexOf(Math.max(...dialled));
  if ((dialled[best] ?? 0) < DIALLABLE_SHARE_MIN) return mapping;
  return mapping.map((target, column) => (column === best ? { kind: "number" } : target));
}

/** How our own exports name what has a name; the columns that are only for reading are kept as they are. */
const OWN = /^(?<root>attribute|category|answer|granted|suppressed): (?<name>.+)$/;
const OWN_ONLY: ReadonlySet<string> = new Set(["Created", "Other numbers"]);

type Once = (key: string, target: Target) => Target;

function propose(heading: string, once: Once): Target {
  if (heading === REASON_HEADING) return KEEP;
  const own = OWN.exec(heading)?.groups;
  const root = own?.["root"];
  const name = toName(own?.["name"] ?? heading);
  if (root === "answer") return KEEP;
  if (root === "category")
    return name === null ? KEEP : once(`category ${name}`, { kind: "category", funnel: name });
  if (root === "attribute") return attribute(name, once);
  if (root === "granted" || root === "suppressed") {
    const channel = CHANNELS.find((channel) => channel === name);
    if (channel === undefined) return KEEP;
    return root === "granted"
      ? once(`grant ${channel}`, { kind: "grant", channel })
      : { kind: "suppression", channel };
  }
  if (OWN_ONLY.has(heading)) return KEEP;
  const meaning = readHeading(heading);
  if (meaning === null) return attribute(isPlaceholder(heading) ? null : name, once);
  switch (meaning) {
    case "number":
    case "name":
    case "language":
    case "zone":
      return once(meaning, { kind: meaning });
    case "tags":
      return { kind: "tags" };
    case "grant":
      return once("grant", { kind: "grant", channel: "*" });
    case "suppression":
      return { kind: "suppression", channel: "*" };
    case "first_name":
    case "last_name":
      return attribute(meaning, once);
    default:
      return meaning satisfies never;
  }
}

function attribute(name: string | null, once: Once): Target {
  return name === null ? KEEP : once(`attribute ${name}`, { kind: "attribute", name, type: "auto" });
}

/** How a column without a heading is called. */
export function placeholderOf(column: number): string {
  return `Column ${column + 1}`;
}

function isPlaceholder(heading: string): boolean {
  return /^Column \d+$/.test(heading);
}

/** `Favourite colour` as `favourite_colour`; null where no Latin letter is left to begin with. */
export function toName(heading: string): string | null {
  const words = normalise(heading)
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[^a-z]+|_+$/g, "")
    .slice(0, 40)
    .replace(/_+$/, "");
  return words === "" ? null : words;
}

function shareOf(rows: readonly (readonly string[])[], column: number): number {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  return cells.filter((cell) => DIALLABLE.test(cell)).length / Math.max(1, cells.length);
}
