// Several places in the list at once: "1 3 4", "a c", "first second", "134".
import { isDigits, type Token } from "../reading/read.ts";
import type { Vocabulary } from "../reading/vocabulary.ts";
import { positionAt } from "./position.ts";

/** With ten options or more, `12` is the twelfth and not the first two. */
const OPTIONS_FOR_GLUED_MAX = 9;

/** The indices of the places the tokens name one after the other; null where they say anything else. */
export function placesIn(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  count: number,
): readonly number[] | "ambiguous" | null {
  if (isRange(tokens)) return "ambiguous";
  const places: number[] = [];
  const manners = new Set<boolean>();
  for (let index = 0; index < tokens.length;) {
    const position = positionAt(vocabulary, tokens.slice(index), count);
    const glued = position === null ? gluedPlaces(tokens[index]?.text, count) : null;
    if (position === null && glued === null) return null;
    if (position !== null) manners.add(position.isOrdinal);
    places.push(...(glued ?? [position?.index ?? 0]));
    index += position?.length ?? 1;
  }
  // "First three" is not the first and the third.
  return places.length === 0 || manners.size > 1 ? null : places;
}

/** `134` among fewer than ten options. */
function gluedPlaces(token: string | undefined, count: number): number[] | null {
  if (!isDigits(token) || token.length < 2 || count > OPTIONS_FOR_GLUED_MAX) return null;
  const places = Array.from(token, (digit) => Number(digit) - 1);
  const areAllOptions = places.every((place) => place >= 0 && place < count);
  return areAllOptions && new Set(places).size === places.length ? places : null;
}

/** `1-4` may mean from one to four, or one and four; `1-2` and `1-3-4` are clear. */
function isRange(tokens: readonly Token[]): boolean {
  const [from, to] = tokens;
  if (tokens.length !== 2 || !isDigits(from?.text) || !isDigits(to?.text)) return false;
  return to.gap.trim() === "-" && Math.abs(Number(to.text) - Number(from.text)) !== 1;
}
