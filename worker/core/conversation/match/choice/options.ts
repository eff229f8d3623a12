// The words of each option, prepared for comparing: label and synonyms, the person's own language apart from the others.
import type { Option } from "#core/conversation/flow";
import { inLanguage } from "#core/language";
import { normalise } from "#core/text";
import { baseOf } from "../reading/locale.ts";
import { read } from "../reading/read.ts";
import type { MatchContext } from "../said.ts";

export type Choosable = Omit<Option, "next">;

/** One way to say something, from the strictest comparison to the loosest. */
export interface Wording {
  /** Normalised, signs and all: `c++`. */
  readonly exact: string;
  /** Without the punctuation and emoji around a sentence: `blue` for `🔵 Blue!`. */
  readonly tidy: string;
  readonly words: readonly string[];
  readonly spaced: string;
  /** Written as one word; empty where there is no letter, because 1 and 5 is not 15. */
  readonly compact: string;
  /** The emoji of it, each once; they stand for the words beside them. */
  readonly symbols: string;
}

/** Indices of the options that fit: none were meant, one, or several (ambiguous). null: nothing was recognised. */
export type Choice = readonly number[] | null;

export interface Wordings {
  readonly own: readonly Wording[];
  readonly others: readonly Wording[];
}

const AROUND = String.raw`[\s\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}"'*_~]`;
const EDGES = new RegExp(`^(?:${AROUND}|[(¡¿])+|(?:${AROUND}|[.!?…,;:)。！？，])+$`, "gu");
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;

export function wordingOf(text: string): Wording {
  const exact = normalise(text);
  const all = read(text).tokens.map((token) => token.text);
  const spoken = all.filter((word) => WORD.test(word));
  const words = spoken.length === 0 ? all : spoken;
  const compact = words.join("");
  return {
    exact,
    tidy: exact.replace(EDGES, ""),
    words,
    spaced: words.join(" "),
    compact: LETTER.test(compact) ? compact : "",
    symbols: [...new Set(all.filter((word) => !WORD.test(word)))].join(""),
  };
}

const prepared = new WeakMap<Choosable, Map<string, Wordings>>();

/** Remembered with the option, which never changes once it is published. */
export function wordingsOf(option: Choosable, { language, languages }: Speakers): Wordings {
  const key = [language, ...languages].join(" ");
  const known = prepared.get(option) ?? new Map<string, Wordings>();
  prepared.set(option, known);
  const wordings = known.get(key) ?? prepare(option, language, languages);
  known.set(key, wordings);
  return wordings;
}

type Speakers = Pick<MatchContext, "language" | "languages">;

function prepare(option: Choosable, language: string, languages: readonly string[]): Wordings {
  const synonyms = Object.entries(option.synonyms ?? {});
  const said = [
    ...Object.entries(option.label),
    ...synonyms.flatMap(([tag, words]) => words.map((word): [string, string] => [tag, word])),
  ];
  const wordings = (bases: readonly string[]) =>
    said.filter(([tag]) => bases.includes(baseOf(tag))).map(([, word]) => wordingOf(word));
  const own = baseOf(language);
  const others = languages.map(baseOf).filter((base) => base !== own);
  // In none of these languages a person is shown the first label there is.
  const shown = inLanguage(option.label, language) ?? option.id;
  return { own: [...wordings([own]), wordingOf(shown)], others: wordings(others) };
}

/** The options that pass the first of the tests any passes, in the person's own language if there are any, else in the others. */
export function whereFits(
  options: readonly Wordings[],
  ...tests: readonly ((wording: Wording) => boolean)[]
): Choice {
  for (const whose of ["own", "others"] as const) {
    for (const fits of tests) {
      const indices = options.flatMap((wordings, index) => (wordings[whose].some(fits) ? [index] : []));
      if (indices.length > 0) return indices;
    }
  }
  return null;
}
