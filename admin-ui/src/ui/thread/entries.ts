// A person's timeline as one reads it: oldest first, with the days between, and nothing twice.
import type { TimelineEntry } from "../../data/timeline.ts";

export type Row =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "entry"; readonly key: string; readonly entry: TimelineEntry };

/** These repeat a message that stands in the thread already. */
const ECHOES: ReadonlySet<string> = new Set(["to-staff", "unmatched", "opted-out-text"]);

/** `entries` as the API gives them, newest first. Days are those of `zone`, the viewer's where absent. */
export function toRows(entries: readonly TimelineEntry[], zone?: string): readonly Row[] {
  const day = new Intl.DateTimeFormat("en-CA", {
    dateStyle: "short",
    ...(zone !== undefined && { timeZone: zone }),
  });
  const rows: Row[] = [];
  let today = "";
  for (const entry of entries.toReversed()) {
    if (entry.kind === "notice" && ECHOES.has(entry.notice)) continue;
    const date = day.format(new Date(entry.at));
    if (date !== today) rows.push({ kind: "day", key: `day ${date}`, at: entry.at });
    today = date;
    rows.push({ kind: "entry", key: `${entry.kind} ${entry.id}`, entry });
  }
  return rows;
}
