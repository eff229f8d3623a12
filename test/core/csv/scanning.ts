// Files of a test, read as the product reads them.
import type { Dialect } from "#core/csv/dialect";
import { Scanner } from "#core/csv/scan";
import type { Row } from "#core/csv/scan";

export const COMMAS: Dialect = {
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  rowsAbove: 0,
  hasHeadings: true,
  startByte: 0,
};

export function decoderOf(encoding: Dialect["encoding"]): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

export function encode(text: string, encoding: Dialect["encoding"] = "utf-8"): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "windows-1252") return Uint8Array.from(text, (character) => character.charCodeAt(0));
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
  return bytes;
}

/** The rows of a file from a byte on, which comes in chunks of that size. */
export function scan(
  bytes: Uint8Array,
  dialect: Dialect = COMMAS,
  { chunkBytes = 64 * 1024, fromByte = dialect.startByte }: { chunkBytes?: number; fromByte?: number } = {},
): readonly Row[] {
  const scanner = new Scanner(dialect, decoderOf(dialect.encoding), fromByte);
  const rows: Row[] = [];
  for (let at = fromByte; at < bytes.length; at += chunkBytes)
    rows.push(...scanner.push(bytes.subarray(at, at + chunkBytes)));
  rows.push(...scanner.finish());
  return rows;
}

export function cellsOf(text: string, dialect: Dialect = COMMAS): readonly (readonly string[])[] {
  return scan(encode(text, dialect.encoding), dialect).map(({ cells }) => cells);
}
