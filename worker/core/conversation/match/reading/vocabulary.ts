// The words of the languages that count in a conversation, ready to be looked up.
import type { MatchContext } from "../said.ts";
import { ar } from "../words/ar.ts";
import { de } from "../words/de.ts";
import { en } from "../words/en.ts";
import { es } from "../words/es.ts";
import { fr } from "../words/fr.ts";
import { hi } from "../words/hi.ts";
import { it } from "../words/it.ts";
import { nl } from "../words/nl.ts";
import { pt } from "../words/pt.ts";
import { zh } from "../words/zh.ts";
import { type Lexicon, listed, type NumberWords } from "./lexicon.ts";
import { baseOf } from "./locale.ts";
import { type Found, phraseAt, phraseBefore, type Phrases, phrases } from "./phrases.ts";

const LEXICONS: ReadonlyMap<string, Lexicon> = new Map(
  Object.entries({ ar, de, en, es, fr, hi, it, nl, pt, zh }),
);

/** The first is the person's own language, then those of the flow. */
export type Vocabulary = readonly [Lexicon, ...Lexicon[]];

/** English where none of the languages is known: numbers and OK are understood nearly everywhere. */
export function vocabularyOf(context: Pick<MatchContext, "language" | "languages">): Vocabulary {
  const bases = [...new Set([context.language, ...context.languages].map(baseOf))];
  const [first = en, ...others] = bases.flatMap((base) => LEXICONS.get(base) ?? []);
  return [first, ...others];
}

/** The lists that are looked up by phrase. */
type ListName =
  | "yes"
  | "no"
  | "agreeing"
  | "declining"
  | "undecided"
  | "articles"
  | "minus"
  | "andAHalf"
  | "numberSigns"
  | "outOf"
  | "stars"
  | "and"
  | "or"
  | "but"
  | "not"
  | "all"
  | "both"
  | "none"
  | "before"
  | "after";
type NumbersName = "cardinals" | "ordinals" | "multipliers";

const lists = new WeakMap<Lexicon, Map<ListName, Phrases<true>>>();
const numbers = new WeakMap<Lexicon, Map<NumbersName, Phrases<number>>>();

/** A list of one language; prepared once, when it is first needed. */
export function list(lexicon: Lexicon, name: ListName): Phrases<true> {
  return remember(lists, lexicon, name, () =>
    phrases(listed(lexicon[name] ?? "").map((word): readonly [string, true] => [word, true])),
  );
}

export function numberList(lexicon: Lexicon, name: NumbersName): Phrases<number> {
  return remember(numbers, lexicon, name, () => phrases<number>(lexicon[name] ?? ([] satisfies NumberWords)));
}

type Words = readonly { readonly text: string }[];

/** The longest phrase of a list, in any of the languages, that begins at a token. */
export function listAt(
  vocabulary: Vocabulary,
  name: ListName,
  tokens: Words,
  start: number,
): Found<true> | null {
  return longest(vocabulary.map((lexicon) => phraseAt(list(lexicon, name), tokens, start)));
}

export function listBefore(
  vocabulary: Vocabulary,
  name: ListName,
  tokens: Words,
  end: number,
): Found<true> | null {
  return longest(vocabulary.map((lexicon) => phraseBefore(list(lexicon, name), tokens, end)));
}

export function numberAt(
  vocabulary: Vocabulary,
  name: NumbersName,
  tokens: Words,
  start: number,
): Found<number> | null {
  return longest(vocabulary.map((lexicon) => phraseAt(numberList(lexicon, name), tokens, start)));
}

/** Whether the words as a whole are a phrase of a list. */
export function isWholly(vocabulary: Vocabulary, name: ListName, tokens: Words): boolean {
  const found = listAt(vocabulary, name, tokens, 0);
  return found !== null && found.end === tokens.length;
}

/** The longest; of equally long ones that of the first language. */
export function longest<V>(found: readonly (Found<V> | null)[]): Found<V> | null {
  return found.reduce((best, next) => {
    if (best === null || next === null) return best ?? next;
    return next.end - next.start > best.end - best.start ? next : best;
  }, null);
}

function remember<N, P>(memory: WeakMap<Lexicon, Map<N, P>>, lexicon: Lexicon, name: N, prepare: () => P): P {
  const known = memory.get(lexicon) ?? new Map<N, P>();
  memory.set(lexicon, known);
  const prepared = known.get(name) ?? prepare();
  known.set(name, prepared);
  return prepared;
}
