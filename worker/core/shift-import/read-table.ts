// Weekly shifts from a table: weekday, from, to, volunteers, first and last date; a row each.
import { deriveId } from "../id.ts";
import { checkShift } from "../rota/check-shift.ts";
import type { Shift } from "../rota/rota.ts";
import { normalise } from "../text/normalise.ts";
import { reject } from "./draft.ts";
import type { Draft, Outcome } from "./draft.ts";
import { findMembers } from "./find-member.ts";
import type { Member } from "./find-member.ts";
import { readDate, readTime, readWeekday } from "./read-words.ts";

/** What the columns are called, in the order in which a heading is tried. */
const HEADINGS = {
  weekday:
    "weekday, day, day of week, day of the week, wochentag, tag, dia, dia de la semana, jour, jour de la semaine",
  from: "from, start, start time, starts, begin, begins, von, beginn, ab, desde, inicio, hora de inicio, de, debut",
  to: "to, end, end time, ends, until, till, bis, ende, hasta, fin, hora de fin, a",
  times: "time, times, hours, shift, zeit, uhrzeit, schicht, horario, hora, turno, heures, horaire, creneau",
  volunteers:
    "volunteers, volunteer, people, person, who, name, names, freiwillige, wer, personen, voluntarios, voluntario, quien, benevoles, benevole, qui",
  validFrom:
    "valid from, first date, from date, start date, gultig ab, gultig von, valido desde, valable a partir de, date de debut",
  validUntil:
    "valid until, valid to, last date, until date, end date, gultig bis, valido hasta, valable jusqu'au, date de fin",
} as const;
type Column = keyof typeof HEADINGS;

export interface TableRow {
  /** In the file, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** It is no row: a quote that nobody closed. */
  readonly isBroken: boolean;
}

/** Null where no row names the columns for weekday and times. */
export function readTable(
  helplineId: string,
  members: readonly Member[],
  rows: readonly TableRow[],
): readonly Draft[] | null {
  const begun = rows.findIndex(({ cells }) => isHeading(columnsOf(cells)));
  const columns = columnsOf(rows[begun]?.cells ?? []);
  if (!isHeading(columns)) return null;
  return rows.slice(begun + 1).flatMap(({ number, cells, isBroken }) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const outcome = isBroken
      ? reject("a quote in it is never closed")
      : readRow(helplineId, members, (column) => cells[columns.get(column) ?? -1]?.trim() ?? "");
    return [{ place: `row ${number}`, words: cells.join(", ").slice(0, 200), outcome }];
  });
}

function columnsOf(cells: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const words = normalise(cell.replaceAll("_", " "));
    for (const [column, names] of Object.entries(HEADINGS) as [Column, string][])
      if (!columns.has(column) && names.split(", ").includes(words)) columns.set(column, index);
  });
  return columns;
}

function isHeading(columns: ReadonlyMap<Column, number>): boolean {
  return columns.has("weekday") && (columns.has("times") || (columns.has("from") && columns.has("to")));
}

function readRow(
  helplineId: string,
  members: readonly Member[],
  cellOf: (column: Column) => string,
): Outcome {
  const weekday = readWeekday(cellOf("weekday"));
  if (weekday === null) return reject(`"${cellOf("weekday")}" is no weekday`);
  const [start = "", end = ""] = cellOf("times").split(/\s*[-–—]\s*/);
  const [fromCell, toCell] = [cellOf("from") || start, cellOf("to") || end];
  const [from, to] = [readTime(fromCell), readTime(toCell)];
  if (from === null) return reject(`"${fromCell}" is no time to begin at`);
  if (to === null) return reject(`"${toCell}" is no time to end at`);
  const [validFrom, validUntil] = [readDate(cellOf("validFrom")), readDate(cellOf("validUntil"))];
  if (validFrom === null && cellOf("validFrom") !== "")
    return reject(`"${cellOf("validFrom")}" is no date such as 2026-11-21`);
  if (validUntil === null && cellOf("validUntil") !== "")
    return reject(`"${cellOf("validUntil")}" is no date such as 2026-11-21`);
  const named = cellOf("volunteers")
    .split(/[,;/&\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const found = findMembers(members, named);
  if (found.kind === "rejected") return found;
  const volunteers = [...found.ids];
  // The same row is the same shift, however often it is imported.
  const id = deriveId(
    "shift of a table",
    helplineId,
    weekday,
    from,
    to,
    volunteers.join(" "),
    validFrom ?? "",
    validUntil ?? "",
  );
  const shift: Shift = { id, weekday, from, to, volunteers, order: "given", validFrom, validUntil };
  const [fault] = checkShift(shift);
  return fault === undefined
    ? { kind: "read", shifts: [shift], overrides: [] }
    : reject(`${fault.field} ${fault.message}`);
}
