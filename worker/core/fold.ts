// The one spelling in which texts are compared, simple enough for SQL to do the same: a table of letters and no context.
// Texts come through the door in NFC (see `clean` and Condition), so that an accent is one character here.

/** What JavaScript's `trim` takes off, for those who do it elsewhere. */
export const WHITE_SPACE =
  "\t\n\v\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

/** A dotted capital I would become two characters; a sigma at the end of a word is still a sigma. */
const SPECIAL: Readonly<Record<string, string>> = { İ: "i", ς: "σ" };

/** Without white space around it, in lower case letter by letter. */
export function fold(text: string): string {
  const trimmed = text.trim();
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7F]*$/.test(trimmed) ? trimmed.toLowerCase() : Array.from(trimmed, lower).join("");
}

function lower(letter: string): string {
  return SPECIAL[letter] ?? letter.toLowerCase();
}

export interface Letters {
  /** Every letter beyond ASCII that `fold` changes, and at the same place what it becomes. */
  readonly upper: string;
  readonly lower: string;
}

/** Unicode's last letters with a case are Adlam's (U+1E900 to U+1E943). */
const LAST = 0x1e943;
let letters: Letters | null = null;

/** The table itself, made once. */
export function foldedLetters(): Letters {
  letters ??= makeLetters();
  return letters;
}

function makeLetters(): Letters {
  const pairs: [upper: string, lower: string][] = [];
  for (let code = 0x80; code <= LAST; code += 1) {
    const letter = String.fromCodePoint(code);
    const folded = lower(letter);
    if (folded !== letter) pairs.push([letter, folded]);
  }
  return {
    upper: pairs.map(([upper]) => upper).join(""),
    lower: pairs.map(([, folded]) => folded).join(""),
  };
}

/** In the order of code points, as SQL has them: UTF-16's own puts emoji before some letters. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    const [left, right] = [a.charCodeAt(place), b.charCodeAt(place)];
    if (left !== right) return rankOf(left) - rankOf(right);
  }
  return a.length - b.length;
}

/** Surrogates stand for what comes after every other code unit. */
function rankOf(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x1_0000 : unit;
}
