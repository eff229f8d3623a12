// Whom an e-mail is to, in the one spelling they are hashed under and as it may be shown.

/** Domains know no case, and no provider we know of tells apart local parts by it. */
export function canonicalRecipient(address: string): string {
  return address.trim().toLowerCase();
}

/** Enough to recognise one's own: `m***@example.org`. */
export function maskRecipient(address: string): string {
  const at = address.lastIndexOf("@");
  return at <= 0 ? "***" : `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** Of the provider's own words, which staff read, about an e-mail. */
const WORDS_CHARACTERS_MAX = 300;

/** The provider's words as they are kept: they outlast whom the e-mail went to, viewers see them, and mail servers name people. */
export function clipWords(words: string): string {
  return words
    .replaceAll(/[^\s<>()[\]"'`:;,]+@[^\s<>()[\]"'`:;,]+/g, maskRecipient)
    .slice(0, WORDS_CHARACTERS_MAX);
}
