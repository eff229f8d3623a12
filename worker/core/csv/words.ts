// Looking up what a heading or a cell says, however it is spelled.
import { HEADING_WORDS, NO_WORDS, YES_WORDS } from "#core/csv/heading-words";
import { normalise } from "#core/text";

export type HeadingMeaning = keyof typeof HEADING_WORDS;

const HEADINGS = invert(HEADING_WORDS);
const YES = new Set(split(YES_WORDS));
const NO = new Set(split(NO_WORDS));

/** What a heading means by itself; null for one of the person's own. */
export function readHeading(heading: string): HeadingMeaning | null {
  return HEADINGS.get(plain(heading)) ?? null;
}

/** `Opt-in:` as `opt in`. */
function plain(heading: string): string {
  return normalise(heading.replaceAll(/[-_.*:]+/g, " "));
}

/** Null for what is neither yes nor no. */
export function readYesNo(cell: string): boolean | null {
  const word = normalise(cell);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

function split(words: string): readonly string[] {
  return words.split(",").map(normalise);
}

function invert<Meaning extends string>(
  words: Readonly<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  const meanings = Object.keys(words) as Meaning[];
  return new Map(
    meanings.flatMap((meaning) => words[meaning].split(",").map((word) => [plain(word), meaning] as const)),
  );
}
