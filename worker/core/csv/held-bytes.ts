// The part of a file that is in memory: bytes are asked for by where they stand in the file, whatever came and went before them.
import type { Encoding } from "#core/csv/dialect";
import { unitBytes } from "#core/csv/dialect";

export class HeldBytes {
  /** Bytes of one character of the grammar. */
  readonly width: 1 | 2;
  readonly #decode: (bytes: Uint8Array) => string;
  /** Where the high byte of a character of two bytes is. */
  readonly #high: 0 | 1;
  #bytes = new Uint8Array(0);
  #length = 0;
  /** Of the first byte held, in the file. */
  #start: number;

  constructor(encoding: Encoding, decode: (bytes: Uint8Array) => string, start: number) {
    this.width = unitBytes(encoding);
    this.#high = encoding === "utf-16le" ? 1 : 0;
    this.#decode = decode;
    this.#start = start;
  }

  /** Of the last byte held, and one. */
  get end(): number {
    return this.#start + this.#length;
  }

  /** How much memory is taken. */
  get capacityBytes(): number {
    return this.#bytes.length;
  }

  append(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, needed));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = needed;
  }

  /** What is before `start` is asked for no more. */
  forgetBefore(start: number): void {
    const from = start - this.#start;
    this.#bytes.copyWithin(0, from, this.#length);
    this.#length -= from;
    this.#start = start;
  }

  unitAt(at: number): number {
    const index = at - this.#start;
    if (this.width === 1) return this.#bytes[index] ?? 0;
    return ((this.#bytes[index + this.#high] ?? 0) << 8) | (this.#bytes[index + 1 - this.#high] ?? 0);
  }

  text(start: number, end: number): string {
    return this.#decode(this.#bytes.subarray(start - this.#start, end - this.#start));
  }
}
