// Reads rows out of a CSV file as its bytes come, from any row on, holding no more than one row: delimiters, quotes and line
// ends are found in the bytes, so that every row knows where it stands in the file, in any encoding and whatever its bytes mean.
// A quote that is never closed costs its own line, not the rest of the file.
import { cellsOf } from "#core/csv/cells";
import type { CellRange } from "#core/csv/cells";
import type { Dialect } from "#core/csv/dialect";
import { HeldBytes } from "#core/csv/held-bytes";

export interface Row {
  readonly cells: readonly string[];
  /** Where in the file the row after it begins, in bytes. */
  readonly endByte: number;
  /** Its cells are the first line of it, for somebody to look at. */
  readonly fault?: Fault | undefined;
}
type Fault = "unclosed-quote" | "too-long";

/** A cell of a million characters fits, in any encoding; a row beyond is no row but a quote that nobody closed. */
export const ROW_BYTES_MAX = 4 * 1024 * 1024;
/** How much of a row that is none is shown. */
const EXCERPT_BYTES_MAX = 1_000;

const [LF, CR, SPACE] = [0x0a, 0x0d, 0x20];
const isLineEnd = (unit: number) => unit === LF || unit === CR;

/**
 * Where in a cell the next character stands: before its first (but for spaces), in one without quotes, between the quotes,
 * right behind a quote that may close it, behind the closing one; or in a line that is too long to be a row.
 */
type Place = "before" | "plain" | "quoted" | "quote" | "behind" | "too-long";

/** The row that has begun. Where things are is counted in bytes of the file. */
interface Draft {
  readonly start: number;
  readonly cells: CellRange[];
  cellStart: number;
  /** Where the quote that closes the cell is; -1 for none. */
  closedAt: number;
  /** Whether the quoted cell holds a line end. */
  spansLines: boolean;
  place: Place;
}

const draftAt = (start: number): Draft => ({
  start,
  cells: [],
  cellStart: start,
  closedAt: -1,
  spansLines: false,
  place: "before",
});

export class Scanner {
  readonly #held: HeldBytes;
  readonly #quote: string;
  readonly #quoteUnit: number;
  readonly #delimiterUnit: number;
  /** The next character to look at. */
  #at: number;
  #draft: Draft;

  /** `decode` turns bytes of the file's encoding into text. `startByte` is where in the file the first bytes are from. */
  constructor(
    { encoding, delimiter, quote }: Dialect,
    decode: (bytes: Uint8Array) => string,
    startByte: number,
  ) {
    this.#held = new HeldBytes(encoding, decode, startByte);
    this.#quote = quote;
    this.#quoteUnit = quote.charCodeAt(0);
    this.#delimiterUnit = delimiter.charCodeAt(0);
    this.#at = startByte;
    this.#draft = draftAt(startByte);
  }

  /** How many bytes of memory it takes. */
  get heldBytes(): number {
    return this.#held.capacityBytes;
  }

  /** The rows that end within the bytes so far. */
  *push(chunk: Uint8Array): Generator<Row> {
    this.#held.append(chunk);
    yield* this.#readOn();
    while (this.#isOverlong()) {
      const row = this.#giveUp(this.#draft.place === "quoted" ? "unclosed-quote" : "too-long");
      if (row === null) this.#draft.place = "too-long";
      else yield row;
      yield* this.#readOn();
    }
    this.#held.forgetBefore(this.#draft.place === "too-long" ? this.#at : this.#draft.start);
  }

  /** The rows that are left at the end of the file. */
  *finish(): Generator<Row> {
    yield* this.#readOn();
    while (this.#draft.place === "quoted") {
      yield this.#giveUp("unclosed-quote") ?? this.#excerpt(this.#held.end, "unclosed-quote");
      yield* this.#readOn();
    }
    const last = this.#endRow(this.#held.end, this.#held.end);
    if (last !== null) yield last;
  }

  *#readOn(): Generator<Row> {
    const { width, end } = this.#held;
    while (this.#at + width <= end) {
      const at = this.#at;
      this.#at += width;
      const row = this.#take(this.#held.unitAt(at), at);
      if (row !== null) yield row;
    }
  }

  /** What the character at a place does to the row; the row, where it ends one. */
  #take(unit: number, at: number): Row | null {
    const draft = this.#draft;
    switch (draft.place) {
      case "quoted":
        if (unit === this.#quoteUnit) [draft.place, draft.closedAt] = ["quote", at];
        else if (isLineEnd(unit)) draft.spansLines = true;
        return null;
      case "quote":
        if (unit === this.#quoteUnit) {
          // Two quotes are one of the content.
          [draft.place, draft.closedAt] = ["quoted", -1];
          return null;
        }
        // What looks like the end of a cell of several lines is the beginning of another cell: the first was never closed.
        if (draft.spansLines && !this.#endsCell(unit)) return this.#giveUp("unclosed-quote");
        draft.place = "behind";
        return this.#takeOutside(unit, at);
      case "before":
        if (unit === this.#quoteUnit) {
          [draft.place, draft.cellStart, draft.spansLines] = ["quoted", at + this.#held.width, false];
          return null;
        }
        if (!this.#endsCell(unit)) draft.place = "plain";
        return this.#takeOutside(unit, at);
      case "plain":
      case "behind":
        return this.#takeOutside(unit, at);
      case "too-long":
        return isLineEnd(unit) ? this.#endRow(at, at + this.#held.width) : null;
      default:
        return draft.place satisfies never;
    }
  }

  /** Outside quotes. */
  #takeOutside(unit: number, at: number): Row | null {
    const next = at + this.#held.width;
    if (isLineEnd(unit)) return this.#endRow(at, next);
    if (unit === this.#delimiterUnit) {
      this.#endCell(at);
      this.#draft.cellStart = next;
    }
    return null;
  }

  #endsCell(unit: number): boolean {
    return unit === this.#delimiterUnit || unit === SPACE || isLineEnd(unit);
  }

  #endCell(end: number): void {
    const { cells, cellStart, closedAt } = this.#draft;
    cells.push({ start: cellStart, end, closedAt });
    [this.#draft.closedAt, this.#draft.place] = [-1, "before"];
  }

  /** The row that ends before `end`; the one after it begins at `next`. Null for a blank line. */
  #endRow(end: number, next: number): Row | null {
    const { place, cells, start } = this.#draft;
    const isBlank = place === "before" && cells.length === 0;
    if (!isBlank && place !== "too-long") this.#endCell(end);
    this.#draft = draftAt(next);
    if (isBlank) return null;
    if (place === "too-long") return { cells: [], endByte: next, fault: "too-long" };
    const { width } = this.#held;
    const read = (from: number, to: number) => this.#held.text(from, to);
    return { cells: cellsOf(cells, start, end, width, this.#quote, read), endByte: next };
  }

  #isOverlong(): boolean {
    const { place, start } = this.#draft;
    return place !== "too-long" && this.#held.end - start > ROW_BYTES_MAX;
  }

  /** The first line of what has begun is the fault, and what follows is read anew. Null where its end has not come yet. */
  #giveUp(fault: Fault): Row | null {
    for (let end = this.#draft.start; end < this.#held.end; end += this.#held.width)
      if (isLineEnd(this.#held.unitAt(end))) return this.#excerpt(end, fault);
    return null;
  }

  /** The line that ends before `end` as a row that is none. */
  #excerpt(end: number, fault: Fault): Row {
    const { start } = this.#draft;
    const next = Math.min(this.#held.end, end + this.#held.width);
    const excerpt = this.#held.text(start, Math.min(end, start + EXCERPT_BYTES_MAX));
    [this.#at, this.#draft] = [next, draftAt(next)];
    return { cells: [excerpt], endByte: next, fault };
  }
}
