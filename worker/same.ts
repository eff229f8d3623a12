// Compares secrets without telling by the time it takes how much of one was right.

/** Digests are compared, so that not even the length shows. */
export async function isSame(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([digest(a), digest(b)]);
  return crypto.subtle.timingSafeEqual(left, right);
}

/** SHA-256 as hex: how API tokens are kept. */
export async function hashOf(token: string): Promise<string> {
  return Array.from(new Uint8Array(await digest(token)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

function digest(text: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
}
