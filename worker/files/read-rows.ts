// Some rows of a CSV in FILES, from a byte on: as many as are asked for, or as a memory bears.
import type { Dialect } from "#core/csv/dialect";
import { Scanner } from "#core/csv/scan";
import type { Row } from "#core/csv/scan";

export interface Wanted {
  readonly fromByte: number;
  readonly fileBytes: number;
  readonly rowsMax: number;
  readonly bytesMax: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Whether the file ends with them. */
  readonly isEnd: boolean;
  readonly heldBytesMax: number;
}

/** Read from FILES at a time: a page of ordinary rows. */
const CHUNK_BYTES = 256 * 1024;

/** `rowsMax` rows or the ones that end within `bytesMax`, at least one. Null where the file is gone. */
export async function readRows(
  files: R2Bucket,
  key: string,
  dialect: Dialect,
  { fromByte, fileBytes, rowsMax, bytesMax }: Wanted,
): Promise<Rows | null> {
  const scanner = new Scanner(dialect, decoderOf(dialect.encoding), fromByte);
  const rows: Row[] = [];
  let heldBytesMax = 0;
  const isEnough = () => {
    const last = rows.at(-1);
    return rows.length >= rowsMax || (last !== undefined && last.endByte - fromByte >= bytesMax);
  };
  for (let offset = fromByte; offset < fileBytes; offset += CHUNK_BYTES) {
    const file = await files.get(key, {
      range: { offset, length: Math.min(CHUNK_BYTES, fileBytes - offset) },
    });
    if (file === null) return null;
    const chunk = new Uint8Array(await file.arrayBuffer());
    heldBytesMax = Math.max(heldBytesMax, scanner.heldBytes + chunk.length);
    for (const row of scanner.push(chunk)) {
      rows.push(row);
      if (isEnough()) return { rows, isEnd: row.endByte >= fileBytes, heldBytesMax };
    }
    heldBytesMax = Math.max(heldBytesMax, scanner.heldBytes + chunk.length);
  }
  for (const row of scanner.finish()) {
    rows.push(row);
    if (isEnough()) return { rows, isEnd: row.endByte >= fileBytes, heldBytesMax };
  }
  return { rows, isEnd: true, heldBytesMax };
}

/** Bytes of an encoding into text; what is no text becomes U+FFFD. */
export function decoderOf(encoding: Dialect["encoding"]): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: false, ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}
