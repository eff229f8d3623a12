// Less than the label, or the label with a slip of the finger.
import type { Token } from "../reading/read.ts";
import { isMistyped, isSameWord } from "../reading/same-word.ts";
import { listAt, type Vocabulary } from "../reading/vocabulary.ts";
import { type Choice, whereFits } from "./options.ts";
import type { Question } from "./question.ts";

/** Fewer letters are the beginning of too many words. */
const LETTERS_MIN = 3;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/** The beginning of a label ("gal" for "Galaxy S24"), else a word from inside it ("express" for "American Express"). */
export function chooseByPart({ core, options, vocabulary }: Question): Choice {
  if (core.isIdle || core.tokens.length === 0) return null;
  const typed = core.tokens.map((token) => token.text);
  return (
    whereFits(options, ({ words }) => isBeginning(typed, words)) ??
    // Not from a label that denies it: "like it" is not "Don't like it".
    whereFits(options, ({ words }) => isInside(typed, words) && !denies(words, vocabulary))
  );
}

function isBeginning(typed: readonly string[], words: readonly string[]): boolean {
  if (typed.length > words.length) return false;
  const last = typed.length - 1;
  return typed.every((word, index) => {
    const whole = words[index] ?? "";
    if (isSameWord(word, whole)) return typed.length > 1 || isWordEnough(word);
    return index === last && word.length >= LETTERS_MIN && LETTERS.test(word) && whole.startsWith(word);
  });
}

function isInside(typed: readonly string[], words: readonly string[]): boolean {
  if (typed.length === 1 && !isWordEnough(typed[0] ?? "")) return false;
  return words.some((_, start) =>
    typed.every((word, offset) => isSameWord(word, words[start + offset] ?? "")),
  );
}

/** One Latin letter is not; one ideograph is. */
function isWordEnough(word: string): boolean {
  return word.length > 1 || !/^[a-z]$/.test(word);
}

function denies(words: readonly string[], vocabulary: Vocabulary): boolean {
  const tokens = words.map((text) => ({ text }));
  return tokens.some((_, index) => listAt(vocabulary, "not", tokens, index) !== null);
}

/** The whole label, word for word, with at least one word mistyped. */
export function chooseMistyped({ core, options }: Question): Choice {
  if (core.isIdle || core.tokens.length === 0) return null;
  return whereFits(options, ({ words }) => isMistypedLabel(core.tokens, words));
}

function isMistypedLabel(typed: readonly Token[], words: readonly string[]): boolean {
  return (
    typed.length === words.length &&
    typed.every(
      ({ text }, index) => isSameWord(text, words[index] ?? "") || isMistyped(text, words[index] ?? ""),
    )
  );
}
