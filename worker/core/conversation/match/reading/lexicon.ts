// What one language contributes to understanding answers. To add a language: one file in words/, one line in vocabulary.ts.
// Lists are written `a | b | c`, in natural spelling; `a/b` are two ways to say the same member of a counted list.

/** Words for a number, with the number. */
export type NumberWords = readonly (readonly [words: string, value: number])[];

export interface Lexicon {
  /** Decisive alone: at the beginning or the end of a clause. The first is how the answer is written back. */
  readonly yes: string;
  readonly no: string;
  /** Yes only where nothing else is said, no where the message begins with it: `sure`, `I can't`. */
  readonly agreeing: string;
  readonly declining: string;
  /** Sounds like yes or no and is neither: `not sure`. */
  readonly undecided: string;

  readonly cardinals: NumberWords;
  readonly ordinals: NumberWords;
  /** A hundred and more, in words or after digits: `2 million`. */
  readonly multipliers?: NumberWords;
  /** One, but only before a unit or a multiplier: `a week`, `a hundred`. */
  readonly articles?: string;
  readonly minus?: string;
  readonly andAHalf?: string;
  /** Before a digit, the sign of a position: `no. 2`. */
  readonly numberSigns?: string;
  /** Between a mark and its scale: `4 out of 5`. */
  readonly outOf: string;
  readonly stars: string;

  readonly and: string;
  readonly or: string;
  /** Begins a new thought: `not red but blue`. */
  readonly but?: string;
  readonly not: string;
  /** The word for not stands behind what it denies. */
  readonly notFollows?: true;
  readonly all: string;
  readonly both?: string;
  /** The first is how an empty choice is written back. */
  readonly none: string;

  /** Said before an answer and after it without changing it. */
  readonly before: string;
  readonly after: string;

  readonly media: Readonly<Record<"image" | "audio" | "video" | "document", string>>;
  readonly dates?: DateWords;
}

export interface DateWords {
  /** Sounds like a day and is a time of it: `por la mañana`. */
  readonly times?: string;
  /** Days counted from today. */
  readonly days: NumberWords;
  /** January first. */
  readonly months?: NumberWords;
  /** Monday is 1. */
  readonly weekdays?: NumberWords;
  readonly units?: Readonly<Record<"days" | "weeks" | "months" | "years", string>>;
  /** Around an amount of time: `in two weeks`, `two weeks from now`, `hace dos semanas`, `two weeks ago`. */
  readonly ahead?: string;
  readonly aheadAfter?: string;
  readonly ago?: string;
  readonly agoAfter?: string;
  /** Beside a weekday: the nearest one from today, the one of next week, the one just past. */
  readonly coming?: string;
  readonly next?: string;
  readonly last?: string;
  readonly nextWeek?: string;
  /** A week after the nearest one: `Monday week`. */
  readonly weekLater?: string;
  readonly lastWeek?: string;
  /** May stand between the day and the month: `3 de marzo`. */
  readonly of?: string;
}

/** The members of a list. */
export function listed(words: string): readonly string[] {
  return words
    .split("|")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** A counted list: the first member is `first`, the next one more. */
export function counted(first: number, words: string): NumberWords {
  return listed(words).flatMap((member, index) =>
    member.split("/").map((word): readonly [string, number] => [word.trim(), first + index]),
  );
}

/** The tens from `first`, each alone and with the units 1 to 9 joined to it. */
export function byTens(
  first: number,
  tens: string,
  units: string,
  join: (ten: string, unit: string) => string,
): NumberWords {
  const ones = counted(1, units);
  return counted(0, tens).flatMap(([ten, index]) => {
    const value = first + index * 10;
    const joined = ones.map(([unit, one]): readonly [string, number] => [join(ten, unit), value + one]);
    return [[ten, value] as const].concat(joined);
  });
}
