// A number, in digits or words, alone or in a sentence.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { hasDecimalComma, localeOf } from "../reading/locale.ts";
import { affirmed } from "../reading/negation.ts";
import { strip } from "../reading/strip.ts";
import { isWholly, type Vocabulary, vocabularyOf } from "../reading/vocabulary.ts";
import { matched, type Match, type MatchContext, type Said, unmatched } from "../said.ts";
import { type Amount, amountsIn, readAmounts } from "./amounts.ts";

/** In words as short as "about one" or at the end, "one" is a number; elsewhere it is mostly a pronoun or an article. */
const WORDS_FOR_FAINT_MAX = 3;

export function matchNumber(
  { min = -Infinity, max = Infinity, integer = false }: AnswerRuleOf<"number">,
  said: Said,
  context: MatchContext,
): Match {
  const value = heardIn(said.text, integer, context);
  if (typeof value === "string") return unmatched(value);
  if (integer && !Number.isInteger(value)) return unmatched("not-whole");
  // Beyond these not every whole number has a form of its own, in JSON or in SQLite's reals.
  if (value < Math.max(min, Number.MIN_SAFE_INTEGER)) return unmatched("too-small");
  if (value > Math.min(max, Number.MAX_SAFE_INTEGER)) return unmatched("too-large");
  return matched(value, written(value, context.language));
}

function heardIn(
  text: string,
  isWhole: boolean,
  context: MatchContext,
): number | "not-a-number" | "ambiguous" {
  const vocabulary = vocabularyOf(context);
  const reading = readAmounts(text);
  if (isNone(reading, vocabulary)) return 0;
  const convention = { hasDecimalComma: hasDecimalComma(context.language), isWhole };
  const amounts = affirmed(reading.tokens, amountsIn(reading, vocabulary, convention), vocabulary);
  return onlyValue(amounts, reading.tokens.length);
}

/** The one value all amounts agree on; a faint one counts where nothing clearer was said. */
export function onlyValue(
  amounts: readonly Amount[],
  wordCount: number,
): number | "not-a-number" | "ambiguous" {
  const clear = amounts.filter((amount) => !amount.isFaint);
  const faint = amounts.filter((amount) => wordCount <= WORDS_FOR_FAINT_MAX || amount.end === wordCount);
  const [first, ...others] = clear.length > 0 ? clear : faint;
  if (first === undefined || first.value === null) return "not-a-number";
  return others.every((amount) => amount.value === first.value) ? first.value : "ambiguous";
}

/** "None" to "how many?". */
function isNone(reading: ReturnType<typeof readAmounts>, vocabulary: Vocabulary): boolean {
  return isWholly(vocabulary, "none", strip(reading, vocabulary).tokens);
}

/** As the person's language writes it, without thousands: a year is a number too. */
export function written(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { useGrouping: false, maximumFractionDigits: 15 }).format(
    value,
  );
}
