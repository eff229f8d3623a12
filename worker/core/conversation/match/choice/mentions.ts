// Where in a sentence the options are named.
import type { Token } from "../reading/read.ts";
import { isSameWord } from "../reading/same-word.ts";
import type { Wordings } from "./options.ts";

export interface Mention {
  readonly option: number;
  readonly start: number;
  readonly end: number;
}

/** A single letter says too little inside a sentence; an ideograph, a digit and an emoji say enough. */
const SAYS_TOO_LITTLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]$/u;

/** Every place where an option is named by a whole label or synonym; "light blue" hides the "blue" inside it. */
export function mentionsOf(
  tokens: readonly Token[],
  options: readonly Wordings[],
  whose: keyof Wordings,
): Mention[] {
  const mentions = options.flatMap((wordings, option) =>
    wordings[whose].flatMap(({ words }) =>
      placesOf(tokens, words).map((start) => ({ option, start, end: start + words.length })),
    ),
  );
  const distinct = new Map(
    mentions.map((mention) => [`${mention.option} ${mention.start} ${mention.end}`, mention]),
  );
  const named = [...distinct.values()];
  return named.filter(
    (mention) => !named.some((other) => hides(other, mention)) && !isCompound(mention, named, tokens),
  );
}

function placesOf(tokens: readonly Token[], words: readonly string[]): number[] {
  if (words.length === 0 || (words.length === 1 && SAYS_TOO_LITTLE.test(words[0] ?? ""))) return [];
  const starts = Array.from({ length: Math.max(tokens.length - words.length + 1, 0) }, (_, start) => start);
  return starts.filter((start) =>
    words.every((word, offset) => isSameWord(tokens[start + offset]?.text ?? "", word)),
  );
}

/** The "smoker" of "non-smoker"; but "red-green" names two. */
function isCompound({ start }: Mention, named: readonly Mention[], tokens: readonly Token[]): boolean {
  const [before, first] = tokens.slice(Math.max(start - 1, 0), start + 1);
  if (start === 0 || first?.gap !== "-" || !/^\p{L}+$/u.test((before?.text ?? "") + first.text)) return false;
  return !named.some((other) => other.end === start);
}

function hides(larger: Mention, smaller: Mention): boolean {
  const covers = larger.start <= smaller.start && smaller.end <= larger.end;
  return covers && larger.end - larger.start > smaller.end - smaller.start;
}
