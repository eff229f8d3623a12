// A VTIMEZONE: what a zone's clock does in the years of a calendar, each change of it spelt out.
import { writeLine } from "./content-line.ts";
import { wallText } from "./wall-text.ts";
import type { ZoneChanges } from "./zone-changes.ts";

/** Nothing is shown before the first change of the calendar's years: for them the zone began so. */
const BEGINNING = "19700101T000000";

export function zoneLines({ zone, first, changes }: ZoneChanges): string {
  const lowest = Math.min(first, ...changes.map(({ after }) => after));
  // "Daylight" is what a clock shows that is ahead of itself, as far as these years tell.
  const nameOf = (offset: number) => (offset > lowest ? "DAYLIGHT" : "STANDARD");
  return [
    writeLine("BEGIN", "VTIMEZONE"),
    writeLine("TZID", zone),
    observance(nameOf(first), BEGINNING, first, first),
    ...changes.map(({ at, before, after }) =>
      observance(nameOf(after), wallText(at + before), before, after),
    ),
    writeLine("END", "VTIMEZONE"),
  ].join("");
}

function observance(name: string, onset: string, before: number, after: number): string {
  return [
    writeLine("BEGIN", name),
    writeLine("DTSTART", onset),
    writeLine("TZOFFSETFROM", offsetText(before)),
    writeLine("TZOFFSETTO", offsetText(after)),
    writeLine("END", name),
  ].join("");
}

/** Milliseconds as +0545. */
function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, "0");
  return `${offset < 0 ? "-" : "+"}${digits}`;
}
