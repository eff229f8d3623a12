// Files as Base64, a piece at a time.

/** Of Base64 at once: so many bytes are a whole number of its groups, and few enough for one call's arguments. */
const CHUNK_BYTES = 24_000;

export function toBase64(bytes: Uint8Array): string {
  let base64 = "";
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    base64 += btoa(String.fromCharCode(...bytes.subarray(from, from + CHUNK_BYTES)));
  return base64;
}
