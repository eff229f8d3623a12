// Hears yes or no in a sentence. Decisive words count where a clause begins or ends, so "there is no parking" is no answer;
// softer ones ("sure", "I can't") only at the beginning, and a soft yes only where nothing more is said: people are signed up
// on the strength of it.
import type { AnswerRuleOf } from "#core/conversation/flow";
import type { Lexicon } from "../reading/lexicon.ts";
import { type Found, phraseAt, phraseBefore, type Phrases } from "../reading/phrases.ts";
import type { Reading, Token } from "../reading/read.ts";
import { list, listAt, longest, type Vocabulary } from "../reading/vocabulary.ts";
import { extraWords, knownWords, type Verdict, type Word } from "./verdict-words.ts";

const QUESTION_MARK = /[?؟？]/;

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

/** Where in a message a phrase stands. */
interface Place {
  /** Nothing but fillers and other verdicts so far. */
  readonly clauseBegins: boolean;
  readonly messageBegins: boolean;
  /** The clause has denied something before: "I wouldn't say no." */
  readonly isDenied: boolean;
  /** From this token on there is nothing but thanks, emoji and more of the same: "ok sure thanks 👍". */
  readonly politeFrom: number;
}

function hear(tokens: readonly Token[], books: Books): Word[] {
  const heard: Word[] = [];
  let messageBegins = true;
  for (const clause of clausesOf(tokens)) {
    const politeFrom = politeEnd(clause, books);
    let [clauseBegins, isDenied] = [true, false];
    for (let index = 0; index < clause.length;) {
      const found = longest(books.words.map((book) => phraseAt(book, clause, index)));
      const filler = found === null ? listAt([books.lexicon], "before", clause, index) : null;
      if (found !== null) {
        const word = judge(found, clause, { clauseBegins, messageBegins, isDenied, politeFrom });
        if (word !== null) heard.push(word);
        if (found.value.says === "unclear") clauseBegins = false;
        isDenied ||= !found.value.isDecisive && found.value.says !== "yes";
      } else if (filler === null) {
        clauseBegins = messageBegins = false;
        isDenied ||= phraseAt(list(books.lexicon, "not"), clause, index) !== null;
      }
      index = (found ?? filler)?.end ?? index + 1;
    }
  }
  return heard;
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  for (const token of tokens) (clauses[token.clause] ??= []).push(token);
  return clauses;
}

function politeEnd(clause: readonly Token[], { words, lexicon }: Books): number {
  let from = clause.length;
  for (let end = from; end > 0; end = from) {
    const isSymbol = !/[\p{L}\p{N}]/u.test(clause[end - 1]?.text ?? "");
    const polite = longest<unknown>([
      phraseBefore(list(lexicon, "after"), clause, end),
      ...words.map((book) => phraseBefore(book, clause, end)),
    ]);
    if (polite === null && !isSymbol) break;
    from = polite?.start ?? end - 1;
  }
  return from;
}

/** What a phrase is worth where it stands; null: nothing, as the "no" of "there is no parking". */
function judge({ start, end, value }: Found<Word>, clause: readonly Token[], place: Place): Word | null {
  if (!place.clauseBegins && place.isDenied) return { says: "unclear", isDecisive: false };
  if (value.says === "unclear") return value;
  const isAll = end >= place.politeFrom;
  // One letter or ideograph with more behind it is mostly another word: "y do you ask", and 好 is good but 好贵 dear.
  const isSlight = end - start === 1 && clause[start]?.text.length === 1;
  if (value.isDecisive) return isAll || (place.clauseBegins && !isSlight) ? value : null;
  return place.messageBegins && (isAll || value.says === "no") ? value : null;
}
