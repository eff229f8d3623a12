// Makes secrets, and compares them without telling by the time it takes how much of one was right.

/** Digests are compared, so that not even the length shows. */
export async function isSame(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([digest(a), digest(b)]);
  return crypto.subtle.timingSafeEqual(left, right);
}

/** SHA-256 as hex: how API tokens and links are kept. */
export async function hashOf(secret: string): Promise<string> {
  return toHex(new Uint8Array(await digest(secret)));
}

/** 256 bits as hex: nobody guesses one, so a plain hash keeps it. */
export function makeSecret(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(32)));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}
