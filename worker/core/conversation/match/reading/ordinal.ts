// Ordinal numbers in digits.
import type { Token } from "./read.ts";

/** Of 1st 2nd 3rd 4th, 1er 2e 2ème, 1º 2ª, 1ste. */
const SUFFIX = /^(?:st|nd|rd|th|er|ere|re|e|eme|nde|o|a|os|as|ste|de)$/;

/** Whether the token after a number makes it an ordinal: it touches it and is one of the endings. */
export function isOrdinalSuffix(next: Token | undefined): boolean {
  return next?.gap === "" && SUFFIX.test(next.text);
}
