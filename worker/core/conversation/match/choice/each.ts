// A list of options in one text: "1, 3 and 4", "a c", "134", "red, green and the blue one".
import { affirmed } from "../reading/negation.ts";
import { isDigits, type Token } from "../reading/read.ts";
import { strip } from "../reading/strip.ts";
import { listAt } from "../reading/vocabulary.ts";
import type { MatchContext, Why } from "../said.ts";
import { choose } from "./choose.ts";
import { type Mention, mentionsOf } from "./mentions.ts";
import type { Choosable } from "./options.ts";
import { placesIn } from "./places.ts";
import type { Question } from "./question.ts";

const SEPARATOR = /[,;/&+|、，.]/;

type Found = { readonly chosen: readonly number[] } | { readonly why: Why };

/** Indices of the options, or why not. A part that names none spoils the whole: better to ask again than to drop a choice. */
export function chooseEach(
  question: Question,
  options: readonly Choosable[],
  context: MatchContext,
): readonly number[] | Why {
  const { tokens } = question.reading;
  const mentions = namesOf(question);
  const parts = partsOf(question, mentions);
  if (parts === "ambiguous") return parts;
  const kept = affirmed(tokens, mentions, question.vocabulary);
  const chosen = new Set<number>();
  for (const part of parts) {
    const found = chooseInPart(part, { question, options, context, mentions, kept });
    if ("why" in found) return found.why;
    found.chosen.forEach((index) => chosen.add(index));
  }
  return chosen.size === 0 ? "not-an-option" : [...chosen];
}

function namesOf({ reading, options }: Question): readonly Mention[] {
  const own = mentionsOf(reading.tokens, options, "own");
  return own.length > 0 ? own : mentionsOf(reading.tokens, options, "others");
}

/** The runs of tokens between commas, "and" and the like; a separator inside a label parts nothing. */
function partsOf(
  { reading: { tokens }, vocabulary }: Question,
  mentions: readonly Mention[],
): Token[][] | "ambiguous" {
  const parts: Token[][] = [[]];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index];
    if (token === undefined) break;
    const isInside = mentions.some(({ start, end }) => start < index && index < end);
    const isNamed = isInside || mentions.some(({ start }) => start === index);
    const isParted = isSeparate(tokens[index - 1], token);
    if (isParted && !isInside) parts.push([]);
    // A joiner stands between two things: in "a, e" and "a e" the Spanish `e` is the fifth option.
    const canJoin = !isNamed && !isParted && index > 0;
    const or = canJoin ? listAt(vocabulary, "or", tokens, index) : null;
    const and = canJoin ? listAt(vocabulary, "and", tokens, index) : null;
    if (or !== null && or.end < tokens.length) return "ambiguous";
    if (and !== null && and.end < tokens.length) {
      parts.push([]);
      index = and.end;
      continue;
    }
    parts.at(-1)?.push(token);
    index += 1;
  }
  return parts.filter((part) => part.length > 0);
}

/** "1 - 4" stays together, so that it is seen to be a range. */
function isSeparate(before: Token | undefined, token: Token): boolean {
  if (isDigits(before?.text) && isDigits(token.text) && token.gap.trim() === "-") return false;
  return token.clause !== before?.clause || SEPARATOR.test(token.gap);
}

interface Circumstances {
  readonly question: Question;
  readonly options: readonly Choosable[];
  readonly context: MatchContext;
  readonly mentions: readonly Mention[];
  /** The mentions that nothing denies. */
  readonly kept: readonly Mention[];
}

function chooseInPart(
  part: readonly Token[],
  { question, options, context, mentions, kept }: Circumstances,
): Found {
  const { reading, vocabulary } = question;
  const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
  const isHere = (mention: Mention) => {
    const at = reading.tokens[mention.start]?.start ?? -1;
    return start <= at && at < end;
  };
  if (mentions.some(isHere)) return withNumber(part, kept.filter(isHere), question);
  const text = reading.text.slice(start, end);
  const core = strip({ text: reading.text, tokens: part }, vocabulary);
  const places =
    placesIn(vocabulary, part, options.length) ?? placesIn(vocabulary, core.tokens, options.length);
  if (places === "ambiguous") return { why: places };
  if (places !== null) return { chosen: places };
  if (core.isIdle) return { chosen: [] };
  const choice = choose(text, options, context);
  if (choice === null) return { why: "not-an-option" };
  return choice.length > 1 ? { why: "ambiguous" } : { chosen: choice };
}

/** "2 red": the place and the name must agree; it may as well have been an amount. */
function withNumber(part: readonly Token[], kept: readonly Mention[], { reading }: Question): Found {
  const chosen = kept.map((mention) => mention.option);
  const isNamed = (token: Token) =>
    kept.some(({ start, end }) => reading.tokens.slice(start, end).includes(token));
  const disagrees = part.some(
    (token) => isDigits(token.text) && !isNamed(token) && !chosen.includes(Number(token.text) - 1),
  );
  return disagrees ? { why: "ambiguous" } : { chosen };
}
