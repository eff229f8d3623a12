// How a carrier counts and bills a text: GSM-7 or UCS-2, in segments.
// Source: 3GPP TS 23.038 (alphabets, 6.2.1) and TS 23.040 (the six-octet header of a concatenated message).

const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** Each is an escape and a character: two septets. */
const EXTENDED = "\f^{}\\[~]|€";

const SEPTETS: ReadonlyMap<string, number> = new Map([
  ...Array.from(BASIC, (character) => [character, 1] as const),
  ...Array.from(EXTENDED, (character) => [character, 2] as const),
]);

const LIMITS = {
  gsm7: { single: 160, concatenated: 153 },
  ucs2: { single: 70, concatenated: 67 },
} as const;

export interface Segments {
  readonly encoding: "gsm7" | "ucs2";
  /** Septets or UTF-16 units. */
  readonly units: number;
  /** What is billed and paced; an empty text is still one message. */
  readonly count: number;
  /** The first character that forced UCS-2, which more than halves what fits into a segment. */
  readonly costly: string | null;
}

/** Counts what the carrier will bill for this text. */
export function segments(text: string): Segments {
  const characters = Array.from(text);
  const costly = characters.find((character) => !SEPTETS.has(character)) ?? null;
  const encoding = costly === null ? "gsm7" : "ucs2";
  const sizes = characters.map((character) =>
    costly === null ? (SEPTETS.get(character) ?? 1) : character.length,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, concatenated } = LIMITS[encoding];
  return { encoding, units, count: units <= single ? 1 : pack(sizes, concatenated), costly };
}

/** What a message counts as when it is paced and billed: an SMS by its segments, anything else and with pictures as one. */
export function billedSegments(text: string, channel: string, mediaCount = 0): number {
  return channel === "sms" && mediaCount === 0 ? segments(text).count : 1;
}

/** Every character that forces UCS-2, once, in order of appearance. */
export function costlyCharacters(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => !SEPTETS.has(character));
}

/** How many segments the characters take when none may be cut in two (an escape pair, a surrogate pair). */
function pack(sizes: readonly number[], capacity: number): number {
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > capacity) {
      count += 1;
      used = 0;
    }
    used += size;
  }
  return count;
}
