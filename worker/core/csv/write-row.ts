// A row as RFC 4180 writes it.

/** What would end a cell, and spaces at its edges, which readers take for layout. */
const QUOTED = /[",\r\n\t;|]|^ | $/;

/** Cells with their formulas marked already; ends with CRLF. */
export function writeRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (QUOTED.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}
