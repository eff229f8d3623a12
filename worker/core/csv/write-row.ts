// A row as RFC 4180 writes it.
import type { Dialect } from "#core/csv/dialect";

/** What would end a cell, and spaces at its edges, which readers take for layout. */
const QUOTED = /[",\r\n\t;|]|^ | $/;

/** Cells with their formulas marked already; ends with CRLF. */
export function writeRow(cells: readonly string[], delimiter: Dialect["delimiter"]): string {
  return `${cells.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
}
