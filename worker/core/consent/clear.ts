// Sentences that leave no doubt: "please stop texting me". The FCC has them count as STOP does ("any reasonable means").
import { key, keysOf } from "./key.ts";
import { WORDING } from "./wording.ts";
import type { Wording } from "./wording.ts";

/** Who wants to be left alone says so shortly; in a long text the same words may be a story. */
const CHARACTERS_MAX = 200;
const SENTENCE_ENDS = /[.!?;\n…؟।。！？]+/u;
const PAUSES = /[.!?;\n…؟।。！？,،、]+/u;

interface Grammar {
  readonly openings: readonly string[];
  readonly wishOpenings: readonly string[];
  readonly fillers: RegExp;
  readonly asks: RegExp;
  readonly wishes: RegExp;
  readonly rather: RegExp;
}

const GRAMMARS: readonly Grammar[] = Object.values(WORDING).map((wording) => ({
  openings: keysOf(wording.openings).toSorted(longerFirst),
  wishOpenings: keysOf(wording.wishOpenings).toSorted(longerFirst),
  // Not at the very start: "stop at the" is no different from "stop", but "at the stop" is.
  fillers: new RegExp(` (?:${keysOf(wording.fillers).toSorted(longerFirst).join("|")})(?= |$)`, "gu"),
  asks: whole(wording.asks),
  wishes: whole(wording.wishes),
  rather: whole([wording.rather]),
}));

/** Whether the text, in any language we know, asks for nothing but to be left alone. */
export function isClear(text: string): boolean {
  if (text.length > CHARACTERS_MAX) return false;
  const sentences = text.split(SENTENCE_ENDS).map(key);
  const clauses = text.split(PAUSES).map(key);
  return GRAMMARS.some(
    (grammar) =>
      !clauses.some((clause) => grammar.rather.test(clause)) &&
      // A single word between commas may be one of a list.
      (sentences.some((sentence) => asks(grammar, sentence)) ||
        clauses.some((clause) => clause.includes(" ") && asks(grammar, clause))),
  );
}

function asks(grammar: Grammar, sentence: string): boolean {
  return stripped(sentence, grammar.openings).some(
    (core) =>
      grammar.asks.test(plain(core, grammar)) ||
      stripped(core, grammar.wishOpenings).some((wish) => grammar.wishes.test(plain(wish, grammar))),
  );
}

/** The sentence, then with one opening after the other taken off its start. */
function stripped(sentence: string, openings: readonly string[]): readonly string[] {
  const stages = [sentence];
  let rest = sentence;
  for (let opening = openingOf(rest, openings); opening !== undefined; opening = openingOf(rest, openings)) {
    rest = rest.slice(opening.length + 1);
    stages.push(rest);
  }
  return stages;
}

function openingOf(sentence: string, openings: readonly string[]): string | undefined {
  return openings.find((opening) => sentence.startsWith(`${opening} `));
}

function plain(sentence: string, { fillers }: Grammar): string {
  return sentence.replace(fillers, "");
}

function whole(patterns: Wording["asks"]): RegExp {
  return new RegExp(`^(?:${patterns.join("|").normalize("NFC")})$`, "u");
}

function longerFirst(a: string, b: string): number {
  return b.length - a.length;
}
