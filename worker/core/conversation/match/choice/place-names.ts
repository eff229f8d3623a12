// What a place in the list is called: 2, b, two, second.
import { vocabularyOf } from "../reading/vocabulary.ts";
import type { MatchContext } from "../said.ts";

const LETTERS = "abcdefghijklmnopqrst";

/** The digit, the letter and the words of the person's language for the place with this index. */
export function placeNames(index: number, context: MatchContext): string[] {
  const [lexicon] = vocabularyOf(context);
  const spoken = [...lexicon.cardinals, ...lexicon.ordinals].filter(([, value]) => value === index + 1);
  return [String(index + 1), LETTERS.charAt(index), ...spoken.map(([word]) => word)];
}
