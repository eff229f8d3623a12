// What may enter a record or leave in a message: text without control characters, well-formed, of bounded length.

/** The most Twilio takes in one message, in UTF-16 units. */
export const CHARACTERS_MAX = 1600;

/** Line feed and tab are how people lay out a text; every other control character is noise or an attack. */
const CONTROLS = /[^\P{Cc}\n\t]/gu;
/** With the `u` flag a pair is one character, so this finds only halves. */
const LONE_SURROGATES = /\p{Cs}/gu;

/** Drops control characters except line feed and tab, mends lone surrogates and keeps at most CHARACTERS_MAX UTF-16 units. */
export function clean(text: string): string {
  const cleaned = text.replace(/\r\n?/g, "\n").replace(CONTROLS, "").replace(LONE_SURROGATES, "\uFFFD");
  return cleaned.slice(0, wholeCharacters(cleaned, CHARACTERS_MAX));
}

/** The largest index up to `index` that does not fall between the halves of a surrogate pair. */
export function wholeCharacters(text: string, index: number): number {
  const isInsidePair = (text.codePointAt(index - 1) ?? 0) > 0xffff;
  return isInsidePair ? index - 1 : index;
}
