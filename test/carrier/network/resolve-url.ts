// Where a URL that an answer names leads, in the spelling that gets signed.

/** An absolute URL stays as spelt, because that spelling is what gets signed; a relative one resolves against the answer's. */
export function resolveKeepingSpelling(url: string, base: string): string {
  return URL.canParse(url) ? url : new URL(url, base).href;
}
