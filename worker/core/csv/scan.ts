// Reads rows out of a CSV file as its bytes come, from any row on, holding no more than one row: delimiters, quotes and line
// ends are found in the bytes, so that every row knows where it stands in the file, in any encoding and whatever its bytes mean.
// A quote that is never closed costs its own line, not the rest of the file.
import type { Dialect } from "#core/csv/dialect";
import { unitBytes } from "#core/csv/dialect";
import { cellsOf } from "#core/csv/cells";
import type { CellRange } from "#core/csv/cells";

export interface Row {
  readonly cells: readonly string[];
  /** Where in the file the row after it begins, in bytes. */
  readonly endByte: number;
  /** Its cells are the first line of it, for somebody to look at. */
  readonly fault?: "unclosed-quote" | "too-long" | undefined;
}

/** A cell of a million characters fits, in any encoding; a row beyond is no row but a quote that nobody closed. */
export const ROW_BYTES_MAX = 4 * 1024 * 1024;
/** How much of a row that is none is shown. */
const EXCERPT_BYTES_MAX = 1_000;

const [LF, CR, SPACE] = [0x0a, 0x0d, 0x20];

/** `decode` turns bytes of the file's encoding into text. `offsetByte` is where in the file the first bytes are from. */
export function createScanner(dialect: Dialect, decode: (bytes: Uint8Array) => string, offsetByte: number) {
  const width = unitBytes(dialect.encoding);
  const high = dialect.encoding === "utf-16le" ? 1 : 0;
  const [delimiter, quote] = [dialect.delimiter.charCodeAt(0), dialect.quote.charCodeAt(0)];
  let bytes = new Uint8Array(0);
  let length = 0;
  /** Of the first byte held, in the file. */
  let base = offsetByte;
  let at = 0;
  let rowStart = 0;
  let cells: CellRange[] = [];
  let cellStart = 0;
  let closedAt = -1;
  /** Whether the quoted cell holds a line end. */
  let spansLines = false;
  let mode: "start" | "plain" | "quoted" | "closed" | "skipping" = "start";

  const unitAt = (index: number): number =>
    width === 1 ? (bytes[index] ?? 0) : ((bytes[index + high] ?? 0) << 8) | (bytes[index + 1 - high] ?? 0);

  const endsCell = (unit: number) => unit === delimiter || unit === LF || unit === CR || unit === SPACE;

  const beginRow = (index: number) => {
    [rowStart, cellStart, cells, closedAt, mode] = [index, index, [], -1, "start"];
  };

  const endCell = (end: number) => {
    cells.push({ start: cellStart, end, closedAt });
    [closedAt, mode] = [-1, "start"];
  };

  const read = (start: number, end: number) => decode(bytes.subarray(start, end));

  /** The row that ends before `end`; the one after it begins at `next`. Null for a blank line. */
  const endRow = (end: number, next: number): Row | null => {
    if (mode === "skipping") {
      beginRow(next);
      return { cells: [], endByte: base + next, fault: "too-long" };
    }
    const isBlank = mode === "start" && cells.length === 0;
    if (!isBlank) endCell(end);
    const row = isBlank
      ? null
      : { cells: cellsOf(cells, rowStart, end, width, dialect.quote, read), endByte: base + next };
    beginRow(next);
    return row;
  };

  /** Gives up on the row held: its first line is the fault, and what follows is read anew. */
  const giveUp = (fault: "unclosed-quote" | "too-long"): Row | null => {
    let end = rowStart;
    while (end < length && unitAt(end) !== LF && unitAt(end) !== CR) end += width;
    if (end >= length && fault === "too-long") {
      mode = "skipping";
      return null;
    }
    const excerpt = read(rowStart, Math.min(end, rowStart + EXCERPT_BYTES_MAX));
    const next = Math.min(length, end + width);
    beginRow(next);
    at = next;
    return { cells: [excerpt], endByte: base + next, fault };
  };

  /** Where the present row turns out to be none, `at` goes back to its second line. */
  function* scan(): Generator<Row> {
    for (; at + width <= length; at += width) {
      const unit = unitAt(at);
      if (mode === "quoted") {
        if (unit === quote) [mode, closedAt] = ["closed", at];
        else if (unit === LF || unit === CR) spansLines = true;
        continue;
      }
      const isBehindQuote = mode === "closed" && at === closedAt + width;
      if (isBehindQuote && unit === quote) {
        [mode, closedAt] = ["quoted", -1];
      } else if (isBehindQuote && spansLines && !endsCell(unit)) {
        // What looks like the end of a cell of several lines is the beginning of another cell: the first was never closed.
        const row = giveUp("unclosed-quote");
        if (row !== null) yield row;
        at -= width;
      } else if (unit === LF || unit === CR) {
        const row = endRow(at, at + width);
        if (row !== null) yield row;
      } else if (mode === "skipping") {
        continue;
      } else if (unit === delimiter) {
        endCell(at);
        cellStart = at + width;
      } else if (mode === "start" && unit === quote) {
        [mode, cellStart, spansLines] = ["quoted", at + width, false];
      } else if (mode === "start" && unit !== SPACE) {
        mode = "plain";
      }
    }
  }

  /** Drops what was read, so that only the row that has begun is held. */
  const compact = () => {
    const from = mode === "skipping" ? at : rowStart;
    bytes.copyWithin(0, from, length);
    base += from;
    length -= from;
    at -= from;
    cellStart -= from;
    closedAt = closedAt < 0 ? -1 : closedAt - from;
    cells = cells.map((cell) => ({
      start: cell.start - from,
      end: cell.end - from,
      closedAt: cell.closedAt < 0 ? -1 : cell.closedAt - from,
    }));
    rowStart -= from;
  };

  const append = (chunk: Uint8Array) => {
    if (length + chunk.length > bytes.length) {
      const larger = new Uint8Array(Math.max(2 * bytes.length, length + chunk.length));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(chunk, length);
    length += chunk.length;
  };

  return {
    /** The rows that end within the bytes so far. */
    *push(chunk: Uint8Array): Generator<Row> {
      append(chunk);
      for (;;) {
        yield* scan();
        if (mode === "skipping" || length - rowStart <= ROW_BYTES_MAX) break;
        const row = giveUp(mode === "quoted" ? "unclosed-quote" : "too-long");
        if (row !== null) yield row;
      }
      compact();
    },
    /** The rows that are left at the end of the file. */
    *finish(): Generator<Row> {
      for (;;) {
        yield* scan();
        if (mode !== "quoted") break;
        const row = giveUp("unclosed-quote");
        if (row !== null) yield row;
      }
      if (mode === "start" && cells.length === 0) return;
      const row = endRow(length, length);
      if (row !== null) yield row;
    },
    /** How many bytes are in memory. */
    heldBytes: () => bytes.length,
  };
}
