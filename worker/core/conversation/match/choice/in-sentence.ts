// The option named inside a sentence: "I'd like the blue one", but not "anything but blue".
import { affirmed } from "../reading/negation.ts";
import { isDigits, type Token } from "../reading/read.ts";
import { isWholly, type Vocabulary } from "../reading/vocabulary.ts";
import { type Mention, mentionsOf } from "./mentions.ts";
import type { Choice } from "./options.ts";
import { positionAt } from "./position.ts";
import type { Question } from "./question.ts";

/** Options that are denied and none that is not: an empty choice, so that no looser way of reading finds them again. */
export function chooseInSentence({ reading: { tokens }, options, vocabulary }: Question): Choice {
  for (const whose of ["own", "others"] as const) {
    const mentions = mentionsOf(tokens, options, whose).filter(
      (mention) => !isPartOfNumber(mention, tokens) && !isVerdict(mention, tokens, vocabulary),
    );
    if (mentions.length === 0) continue;
    const chosen = new Set(affirmed(tokens, mentions, vocabulary).map((mention) => mention.option));
    // "1. Blue", copied from the list. Where Blue is not the first, one of the two is a slip.
    const place = placeBefore(mentions, tokens) ? positionAt(vocabulary, tokens, options.length) : null;
    if (place !== null && chosen.size > 0) chosen.add(place.index);
    return [...chosen];
  }
  return null;
}

/** The "no" of "I have no idea"; see by-verdict.ts. */
function isVerdict({ start, end }: Mention, tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  const words = tokens.slice(start, end);
  return isWholly(vocabulary, "yes", words) || isWholly(vocabulary, "no", words);
}

/** The `2` of 2.5 and of 10:2. */
function isPartOfNumber({ start, end }: Mention, tokens: readonly Token[]): boolean {
  const touches = (left: number) =>
    isDigits(tokens[left]?.text) &&
    isDigits(tokens[left + 1]?.text) &&
    /^[.,:/]$/.test(tokens[left + 1]?.gap ?? "");
  return touches(start - 1) || touches(end - 1);
}

/** Whether the message begins with a number, or a letter set apart, that is not itself part of an option's name. */
function placeBefore(mentions: readonly Mention[], tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (first === undefined || second === undefined || mentions.some(({ start }) => start === 0)) return false;
  return isDigits(first.text) || (first.text.length === 1 && /^[).:\]-]/.test(second.gap));
}
