// Which place in the list was meant: `2`, `(2)`, `2nd`, `two`, `the second`, `b`.
import { isOrdinalSuffix } from "../reading/ordinal.ts";
import { isDigits, type Token } from "../reading/read.ts";
import { listAt, numberAt, type Vocabulary } from "../reading/vocabulary.ts";

const LETTER = /^[a-z]$/;
const FIRST_LETTER = "a".charCodeAt(0);

export interface Position {
  /** From 0. */
  readonly index: number;
  /** How many tokens say it. */
  readonly length: number;
  readonly isOrdinal: boolean;
}

/** The place named at the beginning of the tokens, among `count` places; null if none is. */
export function positionAt(vocabulary: Vocabulary, tokens: readonly Token[], count: number): Position | null {
  const sign = listAt(vocabulary, "numberSigns", tokens, 0);
  if (sign !== null && isDigits(tokens[sign.end]?.text)) {
    return within(count, Number(tokens[sign.end]?.text), sign.end + 1);
  }
  const [first, second] = tokens;
  if (isDigits(first?.text)) {
    const isOrdinal = isOrdinalSuffix(second);
    return within(count, Number(first.text), isOrdinal ? 2 : 1, isOrdinal);
  }
  const word = numberAt(vocabulary, "cardinals", tokens, 0);
  const ordinal = numberAt(vocabulary, "ordinals", tokens, 0);
  const spoken = word !== null && word.end >= (ordinal?.end ?? 0) ? word : ordinal;
  if (spoken !== null) return within(count, spoken.value, spoken.end, spoken === ordinal);
  if (first === undefined || !LETTER.test(first.text)) return null;
  return within(count, first.text.charCodeAt(0) - FIRST_LETTER + 1, 1);
}

/** The place the tokens name as a whole. */
export function positionOf(vocabulary: Vocabulary, tokens: readonly Token[], count: number): number | null {
  const position = positionAt(vocabulary, tokens, count);
  return position?.length === tokens.length ? position.index : null;
}

function within(count: number, place: number, length: number, isOrdinal = false): Position | null {
  return place >= 1 && place <= count ? { index: place - 1, length, isOrdinal } : null;
}
