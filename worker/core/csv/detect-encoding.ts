// Which encoding a file is in, by its byte order mark, by where its zeros are, and by whether it is well-formed UTF-8.
import type { Encoding } from "#core/csv/dialect";

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark. */
  readonly startByte: number;
}

/** Latin text in UTF-16 has a zero in every other byte; a few other characters among them change little. */
const ZEROS_SHARE_MIN = 0.3;

/**
 * `head` are the file's first bytes, `isUtf8` whether all of the file is well-formed UTF-8. Whatever is neither that nor UTF-16
 * is taken for Windows-1252, as browsers do. Null for bytes that are no text at all.
 */
export function detectEncoding(head: Uint8Array, isUtf8: boolean): DetectedEncoding | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", startByte: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", startByte: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", startByte: 2 };
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd > 0) {
    const pairs = head.length / 2;
    if (odd / pairs >= ZEROS_SHARE_MIN && even / pairs < ZEROS_SHARE_MIN)
      return { encoding: "utf-16le", startByte: 0 };
    if (even / pairs >= ZEROS_SHARE_MIN && odd / pairs < ZEROS_SHARE_MIN)
      return { encoding: "utf-16be", startByte: 0 };
    return null;
  }
  return { encoding: isUtf8 ? "utf-8" : "windows-1252", startByte: 0 };
}
