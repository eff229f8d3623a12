// A text as the matcher sees it: normalised, cut into words, digits and symbols, with what stands between them.
import { normalise } from "#core/text";

/** WhatsApp's longest message; of a longer one only the beginning is read. */
export const CHARACTERS_READ_MAX = 4096;

export interface Token {
  /** A run of letters, a run of digits, one ideograph or one symbol. */
  readonly text: string;
  /** Offsets in the normalised text. */
  readonly start: number;
  readonly end: number;
  /** What stands between this token and the one before it; empty where they touch. */
  readonly gap: string;
  /** Counts the clauses of the message, parted by punctuation. */
  readonly clause: number;
}

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Scripts written without spaces: every character is a token, so that a word is found wherever it stands. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const SYMBOL = String.raw`\p{Extended_Pictographic}|\p{Regional_Indicator}{2}`;
const TOKEN = new RegExp(String.raw`\d+|${UNSPACED}\p{M}*|(?:(?!${UNSPACED})[\p{L}\p{M}])+|${SYMBOL}`, "gu");
const PAUSE = /[,;:!?…()،؛؟。、।]|\.(?:\s|$)|\s-+\s/u;
const DIGITS = /^\d+$/;

/** Cuts a text into tokens; a line break parts clauses as a semicolon does. */
export function read(raw: string): Reading {
  const text = normalise(raw.slice(0, CHARACTERS_READ_MAX).replace(/[\r\n\u2028\u2029]+/g, " ; "));
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const before = tokens.at(-1);
    const gap = text.slice(before?.end ?? 0, index);
    const pauses = before !== undefined && PAUSE.test(gap) && !isInsideNumber(before.text, gap, word);
    const clause = (before?.clause ?? 0) + (pauses ? 1 : 0);
    tokens.push({ text: word, start: index, end: index + word.length, gap, clause });
  }
  return { text, tokens };
}

/** `1,200`, `10:30`: punctuation between digits without a space. */
function isInsideNumber(before: string, gap: string, after: string): boolean {
  return gap.length === 1 && DIGITS.test(before) && DIGITS.test(after);
}

export function isDigits(token: string | undefined): token is `${number}` {
  return token !== undefined && DIGITS.test(token);
}

/** The words of a short text: a label, an entry of a word list. */
export function wordsOf(text: string): readonly string[] {
  return read(text).tokens.map((token) => token.text);
}
