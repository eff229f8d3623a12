// What may enter a record or leave in a message: text without control characters, well-formed, of bounded length.

/** The most Twilio takes in one message, in UTF-16 units. */
export const CHARACTERS_MAX = 1600;

/** Line feed and tab are how people lay out a text; every other control character is noise or an attack. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;
/** Code points Unicode will never give to a character: XML, and so TwiML, forbids U+FFFE and U+FFFF. */
const NONCHARACTERS = /\p{Noncharacter_Code_Point}/gu;
/** With the `u` flag a pair is one character, so this finds only halves. */
const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * Drops noncharacters and control characters except line feed and tab, mends lone surrogates, puts accents and their letters
 * into one character (NFC: what conditions compare, and what GSM-7 can hold), and keeps at most `unitsMax` UTF-16 units.
 */
export function clean(text: string, unitsMax = CHARACTERS_MAX): string {
  const cleaned = text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROLS, "")
    .replace(NONCHARACTERS, "")
    .replace(LONE_SURROGATES, "\uFFFD")
    .normalize("NFC");
  return cleaned.slice(0, wholeCharacters(cleaned, unitsMax));
}

/** The largest index up to `index` that does not fall between the halves of a surrogate pair. */
export function wholeCharacters(text: string, index: number): number {
  const isInsidePair = (text.codePointAt(index - 1) ?? 0) > 0xffff;
  return isInsidePair ? index - 1 : index;
}
