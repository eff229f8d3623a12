// Looking up what a heading or a cell says, however it is spelled.
import { HEADING_WORDS, LANGUAGE_WORDS, NO_WORDS, YES_WORDS } from "#core/csv/heading-words";
import { normalise } from "#core/text";

export type HeadingMeaning = keyof typeof HEADING_WORDS;

const HEADINGS = invert(HEADING_WORDS);
const LANGUAGES = invert(LANGUAGE_WORDS);
const YES = new Set(split(YES_WORDS));
const NO = new Set(split(NO_WORDS));
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/** What a heading means by itself; null for one of the person's own. */
export function readHeading(heading: string): HeadingMeaning | null {
  const plain = normalise(heading.replaceAll(/[_.*:]+/g, " "));
  return HEADINGS.get(plain) ?? null;
}

/** A language tag of a tag or a language's name; null for what is neither. */
export function readLanguage(cell: string): string | null {
  const named = LANGUAGES.get(normalise(cell));
  if (named !== undefined) return named;
  if (!TAG.test(cell)) return null;
  const [base = "", ...rest] = cell.split(/[-_]/);
  return [base.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join(
    "-",
  );
}

/** Null for what is neither yes nor no. */
export function readYesNo(cell: string): boolean | null {
  const plain = normalise(cell);
  if (YES.has(plain)) return true;
  return NO.has(plain) ? false : null;
}

function split(words: string): readonly string[] {
  return words.split(",").map(normalise);
}

function invert<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const meanings = Object.keys(words) as Meaning[];
  return new Map(
    meanings.flatMap((meaning) => split(words[meaning]).map((word) => [word, meaning] as const)),
  );
}
