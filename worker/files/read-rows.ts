// Some rows of a CSV in FILES, from a byte on: as many as are asked for, or as a memory bears.
import type { Dialect } from "#core/csv/dialect";
import { createScanner } from "#core/csv/scan";
import type { Row } from "#core/csv/scan";

export interface Rows {
  readonly rows: readonly Row[];
  /** Whether the file ends with them. */
  readonly isEnd: boolean;
  readonly heldBytesMax: number;
}

/** `rowsMax` rows or the ones that end within `bytesMax`, at least one. Null where the file is gone. */
export async function readRows(
  files: R2Bucket,
  key: string,
  dialect: Dialect,
  { fromByte, rowsMax, bytesMax }: { fromByte: number; rowsMax: number; bytesMax: number },
): Promise<Rows | null> {
  const head = await files.head(key);
  if (head === null) return null;
  if (fromByte >= head.size) return { rows: [], isEnd: true, heldBytesMax: 0 };
  const file = await files.get(key, { range: { offset: fromByte } });
  if (file === null) return null;
  const scanner = createScanner(dialect, decoderOf(dialect.encoding), fromByte);
  const rows: Row[] = [];
  let heldBytesMax = 0;
  const isEnough = () => {
    const last = rows.at(-1);
    return rows.length >= rowsMax || (last !== undefined && last.endByte - fromByte >= bytesMax);
  };
  for await (const chunk of file.body) {
    for (const row of scanner.push(chunk)) {
      rows.push(row);
      if (isEnough()) return { rows, isEnd: false, heldBytesMax: heldNow(heldBytesMax, scanner, chunk) };
    }
    heldBytesMax = heldNow(heldBytesMax, scanner, chunk);
  }
  for (const row of scanner.finish()) {
    rows.push(row);
    if (isEnough()) return { rows, isEnd: false, heldBytesMax };
  }
  return { rows, isEnd: true, heldBytesMax };
}

/** Bytes of an encoding into text; what is no text becomes U+FFFD. */
export function decoderOf(encoding: Dialect["encoding"]): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: false, ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

function heldNow(before: number, scanner: { heldBytes: () => number }, chunk: Uint8Array): number {
  return Math.max(before, scanner.heldBytes() + chunk.length);
}
