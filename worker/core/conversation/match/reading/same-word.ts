// Whether a word that was typed is a word of a label, give or take what is written onto it.

const ARABIC = /\p{Script=Arabic}/u;
const ARTICLE = "ال";
/** And, so, with, for and the article, all of which Arabic writes onto the word. */
const ATTACHED = ["", "و", "ف", "ب", "ال", "وال", "فال", "بال", "لل"];

/** Words are normalised. */
export function isSameWord(typed: string, word: string): boolean {
  if (typed === word) return true;
  if (!ARABIC.test(word)) return false;
  const stem = word.startsWith(ARTICLE) ? word.slice(ARTICLE.length) : word;
  return ATTACHED.some((prefix) => typed === prefix + stem);
}

/** Below this a single slip makes another word: "red" and "bed". */
const LETTERS_FOR_ONE_SLIP = 5;
const LETTERS_FOR_TWO_SLIPS = 9;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/**
 * Whether a word is a label's word mistyped: one slip from five letters, two from nine. People seldom miss the first letter,
 * and a different one is often a different word ("dissatisfied", "unlikely", "house" and "mouse").
 */
export function isMistyped(typed: string, word: string): boolean {
  if (!LETTERS.test(typed) || !LETTERS.test(word) || typed[0] !== word[0]) return false;
  const slipsMax = word.length >= LETTERS_FOR_TWO_SLIPS ? 2 : word.length >= LETTERS_FOR_ONE_SLIP ? 1 : 0;
  return slipsMax > 0 && slips(typed, word, slipsMax) <= slipsMax;
}

/**
 * Letters missing, added, changed or swapped with a neighbour: the optimal string alignment form of the Damerau-Levenshtein
 * distance. Anything above `max` comes back as `max + 1`.
 */
export function slips(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next[column] = Math.min(
        at(next, column - 1) + 1,
        at(last, column) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, column - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return Math.min(at(last, b.length), max + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
