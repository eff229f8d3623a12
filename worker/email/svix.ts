// Is this webhook Resend's? Signed as Svix does (docs.svix.com, "Verifying webhooks manually").

/** Svix's own tolerance: an older signature may be one that somebody recorded. */
const TOLERANCE_SECONDS = 5 * 60;

export interface SvixHeaders {
  readonly id: string;
  /** Epoch seconds. */
  readonly timestamp: string;
  /** `v1,` and Base64, several apart by spaces while a secret is rotated. */
  readonly signature: string;
}

const encoder = new TextEncoder();

/** `secret` as Resend shows it, with `whsec_`. The runtime compares, in constant time. */
export async function isSvixSigned(
  secret: string,
  { id, timestamp, signature }: SvixHeaders,
  body: string,
  now: number,
): Promise<boolean> {
  const ageSeconds = Math.abs(now / 1000 - Number(timestamp || Number.NaN));
  if (id === "" || !(ageSeconds <= TOLERANCE_SECONDS)) return false;
  const raw = fromBase64(secret.replace(/^whsec_/, ""));
  if (raw === null || raw.length === 0) return false;
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  const signed = encoder.encode(`${id}.${timestamp}.${body}`);
  for (const each of signature.split(" ")) {
    const mac = each.startsWith("v1,") ? fromBase64(each.slice(3)) : null;
    if (mac !== null && (await crypto.subtle.verify("HMAC", key, mac, signed))) return true;
  }
  return false;
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
