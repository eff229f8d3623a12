// How a CSV file is written down: RFC 4180 and what people's spreadsheets make of it.
import * as z from "zod";

/** `windows-1252` reads Latin-1 as well (WHATWG Encoding). In each of the others but UTF-16 a delimiter is one byte. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "iso-8859-2",
  "iso-8859-15",
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export const QUOTES = ['"', "'"] as const;

/** A title, a date, a line `sep=;` for Excel: more is no table. */
export const ROWS_ABOVE_MAX = 10;

export const Dialect = z.strictObject({
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  quote: z.enum(QUOTES),
  /** How many rows stand above the table, blank lines aside. */
  rowsAbove: z.int().min(0).max(ROWS_ABOVE_MAX),
  /** Whether the table's first row names the columns. */
  hasHeadings: z.boolean(),
  /** Where the rows begin, in bytes: behind a byte order mark. */
  startByte: z.int().min(0).max(3),
});
export type Dialect = z.infer<typeof Dialect>;

/** Bytes of one character of the file's grammar. */
export function unitBytes(encoding: Encoding): 1 | 2 {
  return encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1;
}

/** The first row that is somebody's; the file's first is 1. */
export function firstRowOf({ rowsAbove, hasHeadings }: Dialect): number {
  return rowsAbove + (hasHeadings ? 2 : 1);
}
