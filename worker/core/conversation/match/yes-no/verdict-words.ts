// The words that say yes, no or neither, of a language and of a question; prepared once, when they are first needed.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { type Lexicon, listed } from "../reading/lexicon.ts";
import { type Phrases, phrases } from "../reading/phrases.ts";

export type Verdict = "yes" | "no" | "unclear";

export interface Word {
  readonly says: Verdict;
  /** Counts wherever a clause begins or ends. */
  readonly isDecisive: boolean;
}

const known = new WeakMap<Lexicon, Phrases<Word>>();
const extra = new WeakMap<AnswerRuleOf<"yes-no">, Phrases<Word>>();

/** The words of a language. */
export function knownWords(lexicon: Lexicon): Phrases<Word> {
  const words =
    known.get(lexicon) ??
    phrases([
      ...wordsFor(listed(lexicon.undecided), "unclear", false),
      ...wordsFor(listed(lexicon.yes), "yes", true),
      ...wordsFor(listed(lexicon.no), "no", true),
      ...wordsFor(listed(lexicon.agreeing), "yes", false),
      ...wordsFor(listed(lexicon.declining), "no", false),
    ]);
  known.set(lexicon, words);
  return words;
}

/** The words the question itself adds. */
export function extraWords(rule: AnswerRuleOf<"yes-no">): Phrases<Word> {
  const words =
    extra.get(rule) ??
    phrases([
      ...wordsFor(Object.values(rule.yesWords ?? {}).flat(), "yes", true),
      ...wordsFor(Object.values(rule.noWords ?? {}).flat(), "no", true),
    ]);
  extra.set(rule, words);
  return words;
}

function wordsFor(list: readonly string[], says: Verdict, isDecisive: boolean): [string, Word][] {
  return list.map((word) => [word, { says, isDecisive }]);
}
