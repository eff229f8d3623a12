// Hears yes or no in a sentence. Decisive words count where a clause begins or ends, so "there is no parking" is no answer;
// softer ones ("I can't", "sure") only where the message begins with them.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { type Lexicon, listed } from "./reading/lexicon.ts";
import { type Found, phraseAt, type Phrases, phrases } from "./reading/phrases.ts";
import type { Token } from "./reading/read.ts";
import { list, listAt, longest, type Vocabulary } from "./reading/vocabulary.ts";

export type Verdict = "yes" | "no" | "unclear";

interface Word {
  readonly says: Verdict;
  readonly isDecisive: boolean;
}

interface Books {
  readonly words: readonly Phrases<Word>[];
  readonly lexicon: Lexicon;
}

/** The verdict of the first language that has one: a `si` or `ne` means different things in different places. */
export function verdictOf(
  tokens: readonly Token[],
  rule: AnswerRuleOf<"yes-no">,
  vocabulary: Vocabulary,
): Verdict | null {
  for (const lexicon of vocabulary) {
    const verdict = weigh(hear(tokens, { words: [extraWords(rule), knownWords(lexicon)], lexicon }));
    if (verdict !== null) return verdict;
  }
  return null;
}

function weigh(heard: readonly Word[]): Verdict | null {
  const decisive = heard.filter((word) => word.isDecisive && word.says !== "unclear");
  const says = new Set((decisive.length > 0 ? decisive : heard).map((word) => word.says));
  const [only = null] = says;
  return says.size > 1 ? "unclear" : only;
}

function hear(tokens: readonly Token[], books: Books): Word[] {
  const heard: Word[] = [];
  let messageBegins = true;
  for (const clause of clausesOf(tokens)) {
    let clauseBegins = true;
    for (let index = 0; index < clause.length;) {
      const found = longest(books.words.map((book) => phraseAt(book, clause, index)));
      const filler = found === null ? listAt([books.lexicon], "before", clause, index) : null;
      if (found !== null) {
        const word = judge(found, clause, { clauseBegins, messageBegins }, books.lexicon);
        if (word !== null) heard.push(word);
        if (found.value.says === "unclear") clauseBegins = false;
      } else if (filler === null) clauseBegins = messageBegins = false;
      index = (found ?? filler)?.end ?? index + 1;
    }
  }
  return heard;
}

/** What a phrase is worth where it stands; null: nothing, as the "no" of "there is no parking". */
function judge(
  found: Found<Word>,
  clause: readonly Token[],
  { clauseBegins, messageBegins }: { clauseBegins: boolean; messageBegins: boolean },
  lexicon: Lexicon,
): Word | null {
  const { start, end, value } = found;
  const isTakenBack =
    (!clauseBegins && denies(clause.slice(0, start), lexicon)) ||
    // "I will probably not": a soft yes denied further on.
    (value.says === "yes" && !value.isDecisive && denies(clause.slice(end), lexicon));
  if (isTakenBack) return { says: "unclear", isDecisive: false };
  const counts = value.isDecisive
    ? end === clause.length || (clauseBegins && saysEnough(clause, found))
    : messageBegins || value.says === "unclear";
  return counts ? value : null;
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) (clauses[token.clause] ??= []).push(token);
  return clauses;
}

function denies(tokens: readonly Token[], lexicon: Lexicon): boolean {
  return tokens.some((_, index) => phraseAt(list(lexicon, "not"), tokens, index) !== null);
}

/** One ideograph at the head of a clause is mostly the beginning of another word: 好 is good, 好贵 is dear. */
function saysEnough(clause: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  return end - start > 1 || end === clause.length || !/^\p{Script=Han}$/u.test(clause[start]?.text ?? "");
}

const known = new WeakMap<Lexicon, Phrases<Word>>();
const extra = new WeakMap<AnswerRuleOf<"yes-no">, Phrases<Word>>();

function knownWords(lexicon: Lexicon): Phrases<Word> {
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

function extraWords(rule: AnswerRuleOf<"yes-no">): Phrases<Word> {
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
