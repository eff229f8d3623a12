// Twilio's identifiers: two letters for the kind of thing, 32 hexadecimal digits.

export type SidPrefix = "SM" | "MM" | "ME" | "HX" | "PN" | "XE" | "RQ" | "NO" | "CA" | "RE" | "TR";

export type Mint = (prefix: SidPrefix) => string;

/** Identifiers drawn from the given generator, so that one seed always tells the same story. */
export function createMint(random: () => number): Mint {
  return (prefix) => prefix + hexDigits(random, 32);
}

/** An idempotency token in the form Twilio sends it: a UUID. */
export function mintToken(random: () => number): string {
  const hex = hexDigits(random, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function hexDigits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
}
