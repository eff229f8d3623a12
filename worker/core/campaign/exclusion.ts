// Why somebody in the audience is sent nothing.

/** In the order they are looked at: who asked to be left alone is told apart from who merely has no name. */
export const EXCLUSIONS = {
  broken: "their data cannot be read",
  duplicate: "are the same person as another contact",
  erased: "were erased",
  "no-address-for-channel": "have no address this line can reach",
  "opted-out": "asked to hear nothing from us",
  suppressed: "are not to be written to, as we were told",
  "no-consent": "never agreed to hear from us",
  "country-not-allowed": "are in a country this line does not write to",
  "not-verified": "are not among the numbers this trial account may write to",
  "frequency-cap": "have heard from us often enough lately",
  "in-conversation": "are in a conversation on this line",
  "outside-window": "have not written in the last 24 hours, and WhatsApp takes no free text then",
  "never-open": "have no opening hours left before the campaign ends",
  "missing-placeholders": "lack something that the text needs",
  "text-fails": "get no text: the template fails for them",
} as const;
export type Exclusion = keyof typeof EXCLUSIONS;

export function isExclusion(word: string): word is Exclusion {
  return Object.hasOwn(EXCLUSIONS, word);
}
