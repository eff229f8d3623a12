// Which delimiter and quote a file uses, what stands above its table, and whether it has headings, by trying each on its first rows.
import type { DetectedEncoding } from "#core/csv/detect-encoding";
import { DELIMITERS, QUOTES, ROWS_ABOVE_MAX } from "#core/csv/dialect";
import type { Dialect } from "#core/csv/dialect";
import { Scanner } from "#core/csv/scan";

/** Enough rows to tell by. */
const ROWS_MAX = 50;

/** `head` are the file's first bytes, from the first one on; the last row in them may be cut. */
export function detectDialect(
  head: Uint8Array,
  { encoding, startByte }: DetectedEncoding,
  decode: (bytes: Uint8Array) => string,
): Dialect {
  const tried = DELIMITERS.flatMap((delimiter) =>
    QUOTES.map((quote): { dialect: Dialect; rows: readonly (readonly string[])[] } => {
      const dialect: Dialect = { encoding, startByte, delimiter, quote, rowsAbove: 0, hasHeadings: true };
      return { dialect, rows: readRows(head, dialect, decode) };
    }),
  );
  const [best] = tried.toSorted((a, b) => score(b.rows, b.dialect) - score(a.rows, a.dialect));
  if (best === undefined) throw new Error("there is no delimiter to try");
  const rowsAbove = countAbove(best.rows);
  return { ...best.dialect, rowsAbove, hasHeadings: isHeading(best.rows[rowsAbove]) };
}

/** The first rows of a file; where only one row is there, that one, cut or not. */
export function readRows(
  head: Uint8Array,
  dialect: Dialect,
  decode: (bytes: Uint8Array) => string,
): readonly (readonly string[])[] {
  const scanner = new Scanner(dialect, decode, dialect.startByte);
  const rows: (readonly string[])[] = [];
  for (const row of scanner.push(head.subarray(dialect.startByte))) {
    if (rows.push(row.cells) >= ROWS_MAX) return rows;
  }
  if (rows.length < 2) for (const row of scanner.finish()) rows.push(row.cells);
  return rows;
}

/** Many columns, the same number in every row, and no quotes left over in the cells. */
function score(rows: readonly (readonly string[])[], { delimiter, quote }: Dialect): number {
  const widths = rows.map((cells) => cells.length);
  const usual = usualOf(widths);
  const alike = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
  const cells = rows.flat();
  const leftOver =
    cells.filter((cell) => QUOTES.some((mark) => cell.startsWith(mark) && cell.endsWith(mark))).length /
    Math.max(1, cells.length);
  // In doubt the usual: comma before semicolon, double quote before single.
  const rare = DELIMITERS.indexOf(delimiter) * 0.01 + QUOTES.indexOf(quote) * 0.005;
  return Math.min(usual - 1, 10) * alike ** 2 - leftOver - rare;
}

/** Rows of one cell above a table of several columns, where headings follow: a title. */
function countAbove(rows: readonly (readonly string[])[]): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell !== "").length);
  const above = filled.findIndex((cells) => cells > 1);
  return above > 0 && above <= ROWS_ABOVE_MAX && usualOf(filled) > 1 && isHeading(rows[above]) ? above : 0;
}

/** The median, for one row that is odd says nothing. */
function usualOf(widths: readonly number[]): number {
  return widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1;
}

/** Something one could dial: a row that holds it is no heading. */
const DIALLABLE = /^[\s'+(]*\d[\d\s().\-/]{5,}$/;

function isHeading(cells: readonly string[] = []): boolean {
  return !cells.some((cell) => DIALLABLE.test(cell) || cell.includes("@"));
}
