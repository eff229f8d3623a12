// A list of phrases, found in a run of tokens: the longest wins.
import { wordsOf } from "./read.ts";

export interface Found<V> {
  readonly value: V;
  /** Token offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface Phrases<V> {
  readonly byWords: ReadonlyMap<string, V>;
  readonly lengthMax: number;
}

type Words = readonly { readonly text: string }[];

/** Where two entries read alike the first counts. */
export function phrases<V>(entries: Iterable<readonly [string, V]>): Phrases<V> {
  const byWords = new Map<string, V>();
  let lengthMax = 0;
  for (const [phrase, value] of entries) {
    const words = wordsOf(phrase);
    const key = words.join(" ");
    if (words.length === 0 || byWords.has(key)) continue;
    byWords.set(key, value);
    lengthMax = Math.max(lengthMax, words.length);
  }
  return { byWords, lengthMax };
}

/** The longest phrase that begins at a token. */
export function phraseAt<V>(list: Phrases<V>, tokens: Words, start: number): Found<V> | null {
  for (let end = Math.min(start + list.lengthMax, tokens.length); end > start; end--) {
    const value = list.byWords.get(join(tokens, start, end));
    if (value !== undefined) return { value, start, end };
  }
  return null;
}

/** The longest phrase that ends before a token. */
export function phraseBefore<V>(list: Phrases<V>, tokens: Words, end: number): Found<V> | null {
  for (let start = Math.max(end - list.lengthMax, 0); start < end; start++) {
    const value = list.byWords.get(join(tokens, start, end));
    if (value !== undefined) return { value, start, end };
  }
  return null;
}

function join(tokens: Words, start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(" ");
}
