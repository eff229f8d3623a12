// Why somebody in the audience is sent nothing.

/**
 * In the order they are looked at: who asked to be left alone is told apart from who merely has no name. Each goes on after a
 * count of one or of many.
 */
export const EXCLUSIONS = {
  broken: "could not be read: something is wrong with their data",
  duplicate: "turned out to be the same person as another contact",
  erased: "had been erased",
  "no-address-for-channel": "had no address this line can reach",
  "opted-out": "asked to hear nothing from us",
  suppressed: "must not be written to, as we were told",
  "no-consent": "never agreed to hear from us",
  "country-not-allowed": "had a number of a country this line does not write to",
  "not-verified": "had a number that this trial account may not write to",
  "frequency-cap": "had heard from us often enough lately",
  "in-conversation": "had a conversation going on this line",
  "outside-window": "had not written in the last 24 hours, and WhatsApp takes no free text then",
  "never-open": "had no opening hours left before the campaign ends",
  "missing-placeholders": "lacked something that the text needs",
  "text-fails": "got no text: the template fails for them",
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;

export function isExclusion(word: string): word is Exclusion {
  return Object.hasOwn(EXCLUSIONS, word);
}
