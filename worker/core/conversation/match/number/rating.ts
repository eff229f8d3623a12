// A mark on a scale: "4", "4/5", "four stars", "⭐⭐⭐⭐", "10 out of 10".
import type { AnswerRuleOf } from "#core/conversation/flow";
import { affirmed } from "../reading/negation.ts";
import type { Token } from "../reading/read.ts";
import { listAt, type Vocabulary, vocabularyOf } from "../reading/vocabulary.ts";
import { matched, type Match, type MatchContext, type Said, unmatched } from "../said.ts";
import { type Amount, amountsIn, readAmounts } from "./amounts.ts";
import { onlyValue, written } from "./number.ts";

const FULL_STAR = /[⭐🌟★]/gu;
const HOLLOW_STAR = /☆/g;

export function matchRating({ min, max }: AnswerRuleOf<"rating">, said: Said, context: MatchContext): Match {
  const value = heardIn(said.text, max, vocabularyOf(context));
  if (typeof value === "string") return unmatched(value);
  if (!Number.isInteger(value)) return unmatched("not-whole");
  if (value < min) return unmatched("too-small");
  if (value > max) return unmatched("too-large");
  return matched(value, written(value, context.language));
}

export function matchNps(said: Said, context: MatchContext): Match {
  return matchRating({ kind: "rating", min: 0, max: 10 }, said, context);
}

function heardIn(text: string, scale: number, vocabulary: Vocabulary): number | "not-a-number" | "ambiguous" {
  const reading = readAmounts(text);
  const { tokens } = reading;
  const found = amountsIn(reading, vocabulary, { hasDecimalComma: false, isWhole: false });
  const amounts = affirmed(tokens, found, vocabulary);
  const stars = starsIn(text);
  if (amounts.length === 0 && found.length === 0 && stars > 0) return stars;
  // "4 out of 5" on another scale than the one asked for is no answer to it.
  const marks = amounts.filter((mark, index) => {
    const outOf = amounts[index + 1];
    return outOf?.value === scale && isOutOf(mark, outOf, tokens, vocabulary);
  });
  if (marks.length > 0) return onlyValue(marks, tokens.length);
  return onlyValue(amounts, tokens.length);
}

/** Full stars; only hollow ones count as they are: ☆☆☆ is three, ★★★☆☆ is three as well. */
function starsIn(text: string): number {
  const full = text.match(FULL_STAR)?.length ?? 0;
  return full > 0 ? full : (text.match(HOLLOW_STAR)?.length ?? 0);
}

/** `4/5`, "4 out of 5", "4 stars of 5". */
function isOutOf(mark: Amount, scale: Amount, tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  const between = tokens.slice(mark.end, scale.start);
  if (between.length === 0) return tokens[scale.start]?.gap.trim() === "/";
  const star = listAt(vocabulary, "stars", between, 0);
  const words =
    listAt(vocabulary, "outOf", between, 0) ?? listAt(vocabulary, "outOf", between, star?.end ?? 0);
  return (
    words?.end === between.length || (star?.end === between.length && tokens[scale.start]?.gap.trim() === "/")
  );
}
