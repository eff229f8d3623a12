// How consent compares texts: by their words alone.
import { normalise } from "#core/text";

/** The words of a text in their folded spelling, one space between them; punctuation, signs and emoji gone. */
export function key(text: string): string {
  return normalise(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** The keys of a list written with ` | ` between its members. */
export function keysOf(list: string): readonly string[] {
  return list.split("|").map(key);
}
