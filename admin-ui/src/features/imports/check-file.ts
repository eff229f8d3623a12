// What can be told of a file before it travels: nobody should wait for 100 MB to hear that it is no CSV.
import { recogniseOther } from "#core/csv/signature";

/** As much as the API takes (worker/actions/upload-import.ts): Cloudflare lets no more in. */
const BYTES_MAX = 100 * 1024 * 1024;
const HEAD_BYTES = 1_024;

/** A sentence for whoever chose the file; null where it may be a CSV. */
export async function findTrouble(file: File): Promise<string | null> {
  if (file.size === 0) return `“${file.name}” is empty.`;
  if (file.size > BYTES_MAX)
    return `“${file.name}” is ${inMegabytes(file.size)}; 100 MB is the most. Split it into several, each with the headings.`;
  const other = recogniseOther(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  return other === null ? null : `“${file.name}” is no CSV but ${other}.`;
}

export function inMegabytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
