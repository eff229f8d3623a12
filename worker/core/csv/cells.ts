// The texts of a row's cells. RFC 4180: within quotes everything is content; outside them spaces around a cell are layout.

export interface CellRange {
  /** Of a quoted cell, behind its quote. Bytes. */
  readonly start: number;
  readonly end: number;
  /** Where the closing quote of a quoted cell is; -1 for one without quotes. */
  readonly closedAt: number;
}

/** `read` decodes a range of bytes. */
export function cellsOf(
  ranges: readonly CellRange[],
  rowStart: number,
  rowEnd: number,
  unitBytes: 1 | 2,
  quote: string,
  read: (start: number, end: number) => string,
): readonly string[] {
  // Where every character is one unit, the row is decoded once and cut; else cell by cell.
  const whole = read(rowStart, rowEnd);
  const isEven = whole.length * unitBytes === rowEnd - rowStart;
  const text = (start: number, end: number) =>
    isEven ? whole.slice((start - rowStart) / unitBytes, (end - rowStart) / unitBytes) : read(start, end);
  return ranges.map(({ start, end, closedAt }) => {
    if (closedAt < 0) return text(start, end).replaceAll(EDGES, "");
    const content = text(start, closedAt).replaceAll(quote + quote, quote);
    // What stands behind the closing quote was meant to be in the cell.
    const tail = text(closedAt + unitBytes, end).replaceAll(EDGES, "");
    return content + tail;
  });
}

const EDGES = /^ +| +$/g;
