// Numbers in words: "forty two", "a hundred and twenty thousand", "deux cents", and multiples after digits: "2 million".
import type { Found } from "../reading/phrases.ts";
import { listAt, numberAt, type Vocabulary } from "../reading/vocabulary.ts";

type Words = readonly { readonly text: string }[];

/** Alone, "million" is mostly "thanks a million". */
const ALONE_MAX = 1000;

/** The number spelled out at a token, however many words it takes; null if none begins there. */
export function spelledAt(vocabulary: Vocabulary, tokens: Words, start: number): Found<number> | null {
  let total = 0;
  let group: number | null = null;
  let end = start;
  for (;;) {
    const index: number = group === null && total === 0 ? end : pastAnd(vocabulary, tokens, end);
    const cardinal = numberAt(vocabulary, "cardinals", tokens, index);
    const multiplier = numberAt(vocabulary, "multipliers", tokens, end);
    if (multiplier !== null && multiplier.end > (cardinal?.end ?? 0)) {
      if (group === null && (total > 0 || multiplier.value > ALONE_MAX)) break;
      const times: number = (group ?? 1) * multiplier.value;
      [total, group] = multiplier.value === 100 ? [total, times] : [total + times, null];
      end = multiplier.end;
    } else if (cardinal !== null && canAdd(group, cardinal.value)) {
      group = (group ?? 0) + cardinal.value;
      end = cardinal.end;
    } else if (end === start && startsMultiple(vocabulary, tokens, start)) {
      group = 1;
      end = listAt(vocabulary, "articles", tokens, start)?.end ?? start + 1;
    } else break;
  }
  return end === start ? null : { value: total + (group ?? 0), start, end };
}

/** Beside a hundred there is room for less than a hundred. */
function canAdd(group: number | null, value: number): boolean {
  return group === null || (group >= 100 && group % 100 === 0 && value < 100);
}

/** "A hundred", but not "a lot". */
function startsMultiple(vocabulary: Vocabulary, tokens: Words, start: number): boolean {
  const article = listAt(vocabulary, "articles", tokens, start);
  return article !== null && numberAt(vocabulary, "multipliers", tokens, article.end) !== null;
}

/** Past the "and" of "a hundred and two", if a number follows it. */
function pastAnd(vocabulary: Vocabulary, tokens: Words, index: number): number {
  const and = listAt(vocabulary, "and", tokens, index);
  return and !== null && numberAt(vocabulary, "cardinals", tokens, and.end) !== null ? and.end : index;
}
