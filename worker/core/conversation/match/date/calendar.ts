// The date words of a language, ready to be looked up.
import { type DateWords, type Lexicon, listed } from "../reading/lexicon.ts";
import { type Found, phraseAt, phraseBefore, type Phrases, phrases } from "../reading/phrases.ts";
import { longest, type Vocabulary } from "../reading/vocabulary.ts";

export type Unit = "days" | "weeks" | "months" | "years";
type Numbers = "days" | "months" | "weekdays";
export type Cue =
  | "ahead"
  | "aheadAfter"
  | "ago"
  | "agoAfter"
  | "coming"
  | "times"
  | "weekLater"
  | "next"
  | "last"
  | "nextWeek"
  | "lastWeek"
  | "of";

interface Calendar {
  readonly numbers: Readonly<Record<Numbers, Phrases<number>>>;
  readonly units: Phrases<Unit>;
  readonly cues: ReadonlyMap<Cue, Phrases<Cue>>;
}

const CUES: readonly Cue[] = [
  "ahead",
  "aheadAfter",
  "ago",
  "agoAfter",
  "coming",
  "times",
  "weekLater",
  "next",
  "last",
  "nextWeek",
  "lastWeek",
  "of",
];
const UNITS: readonly Unit[] = ["days", "weeks", "months", "years"];

const calendars = new WeakMap<Lexicon, Calendar>();

function calendarOf(lexicon: Lexicon): Calendar {
  const calendar = calendars.get(lexicon) ?? prepare(lexicon.dates ?? { days: [] });
  calendars.set(lexicon, calendar);
  return calendar;
}

function prepare(words: DateWords): Calendar {
  const unitWords = UNITS.flatMap((unit) =>
    listed(words.units?.[unit] ?? "").map((word): readonly [string, Unit] => [word, unit]),
  );
  return {
    numbers: {
      days: phrases(words.days),
      months: phrases(words.months ?? []),
      weekdays: phrases(words.weekdays ?? []),
    },
    units: phrases(unitWords),
    cues: new Map(CUES.map((cue) => [cue, phrases(listed(words[cue] ?? "").map((word) => [word, cue]))])),
  };
}

type Words = readonly { readonly text: string }[];

export function dateNumberAt(
  vocabulary: Vocabulary,
  which: Numbers,
  tokens: Words,
  start: number,
): Found<number> | null {
  return longest(vocabulary.map((lexicon) => phraseAt(calendarOf(lexicon).numbers[which], tokens, start)));
}

export function unitAt(vocabulary: Vocabulary, tokens: Words, start: number): Found<Unit> | null {
  return longest(vocabulary.map((lexicon) => phraseAt(calendarOf(lexicon).units, tokens, start)));
}

/** The longest of these cues that begins at a token. */
export function cueAt(
  vocabulary: Vocabulary,
  cues: readonly Cue[],
  tokens: Words,
  start: number,
): Found<Cue> | null {
  return longest(wanted(vocabulary, cues).map((list) => phraseAt(list, tokens, start)));
}

/** The longest of these cues that ends before a token. */
export function cueBefore(
  vocabulary: Vocabulary,
  cues: readonly Cue[],
  tokens: Words,
  end: number,
): Found<Cue> | null {
  return longest(wanted(vocabulary, cues).map((list) => phraseBefore(list, tokens, end)));
}

function wanted(vocabulary: Vocabulary, cues: readonly Cue[]): Phrases<Cue>[] {
  return vocabulary.flatMap((lexicon) => cues.flatMap((cue) => calendarOf(lexicon).cues.get(cue) ?? []));
}
