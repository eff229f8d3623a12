// Hears yes or no in a sentence. Decisive words count where a clause begins or ends, so "there is no parking" is no answer;
// softer ones ("sure", "I can't") only at the beginning, and a soft yes only where nothing more is said: people are signed up
// on the strength of it.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { type Lexicon, listed } from "./reading/lexicon.ts";
import { type Found, phraseAt, type Phrases, phrases } from "./reading/phrases.ts";
import type { Reading, Token } from "./reading/read.ts";
import { list, listAt, longest, type Vocabulary } from "./reading/vocabulary.ts";

export type Verdict = "yes" | "no" | "unclear";

const QUESTION_MARK = /[?؟？]/;

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
  { text, tokens }: Reading,
  rule: AnswerRuleOf<"yes-no">,
  vocabulary: Vocabulary,
): Verdict | null {
  const isAsking = QUESTION_MARK.test(text);
  for (const lexicon of vocabulary) {
    const verdict = weigh(
      hear(tokens, { words: [extraWords(rule), knownWords(lexicon)], lexicon }),
      isAsking,
    );
    if (verdict !== null) return verdict;
  }
  return null;
}

/** "OK, who is this?" agrees to nothing yet. */
function weigh(heard: readonly Word[], isAsking: boolean): Verdict | null {
  const decisive = heard.filter((word) => word.isDecisive && word.says !== "unclear");
  const says = new Set((decisive.length > 0 ? decisive : heard).map((word) => word.says));
  const [only = null] = says;
  const isDoubtful = says.size > 1 || (isAsking && only === "yes" && decisive.length === 0);
  return isDoubtful ? "unclear" : only;
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
        const word = judge(found, clause, { clauseBegins, messageBegins }, books);
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
  { start, end, value }: Found<Word>,
  clause: readonly Token[],
  { clauseBegins, messageBegins }: { clauseBegins: boolean; messageBegins: boolean },
  books: Books,
): Word | null {
  // "I wouldn't say no."
  if (!clauseBegins && denies(clause.slice(0, start), books.lexicon))
    return { says: "unclear", isDecisive: false };
  if (value.says === "unclear") return value;
  const isAll = end === clause.length || isPolite(clause, end, books);
  if (value.isDecisive) return isAll || (clauseBegins && !isSlight(clause, { start, end })) ? value : null;
  return messageBegins && (isAll || value.says === "no") ? value : null;
}

/** From here on nothing but thanks, emoji and more of the same: "ok sure thanks 👍". */
function isPolite(clause: readonly Token[], from: number, books: Books): boolean {
  for (let index = from; index < clause.length;) {
    const polite = listAt([books.lexicon], "after", clause, index);
    const word = longest(books.words.map((book) => phraseAt(book, clause, index)));
    const isSymbol = !/[\p{L}\p{N}]/u.test(clause[index]?.text ?? "");
    if (polite === null && word === null && !isSymbol) return false;
    index = Math.max(polite?.end ?? 0, word?.end ?? 0, index + 1);
  }
  return true;
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) (clauses[token.clause] ??= []).push(token);
  return clauses;
}

function denies(tokens: readonly Token[], lexicon: Lexicon): boolean {
  return tokens.some((_, index) => phraseAt(list(lexicon, "not"), tokens, index) !== null);
}

/** One letter or ideograph with more behind it is mostly another word: "y do you ask", and 好 is good but 好贵 dear. */
function isSlight(clause: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  return end - start === 1 && clause[start]?.text.length === 1;
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
