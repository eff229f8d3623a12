// Decides whether what a person said answers a question, and what it means.
import { normalise } from "#core/text";
import type { AnswerRule } from "#core/conversation/flow";
import { matchChoice } from "./match/choice/choice.ts";
import { matchDate } from "./match/date/date.ts";
import { matchEmail } from "./match/email.ts";
import { matchLocation } from "./match/location.ts";
import { CHARACTERS_READ_MAX } from "./match/reading/read.ts";
import { matchMedia } from "./match/media.ts";
import { matchMultiChoice } from "./match/choice/multi-choice.ts";
import { matchNumber } from "./match/number/number.ts";
import { matchPhone } from "./match/phone.ts";
import { matchNps, matchRating } from "./match/number/rating.ts";
import { type Match, type MatchContext, type Said, unmatched } from "./match/said.ts";
import { matchText } from "./match/text.ts";
import { matchYesNo } from "./match/yes-no/yes-no.ts";

export { type Overlap, overlaps } from "./match/overlaps.ts";
export { type Match, type MatchContext, type Matched, type Said, type Why, WHYS } from "./match/said.ts";

/** The answer as value and label, or why it is none. Never throws, whatever was said. */
export function match(rule: AnswerRule, said: Said, context: MatchContext): Match {
  if (rule.kind === "text") return matchText(rule, said);
  if (rule.kind === "media") return matchMedia(rule, said, context);
  if (rule.kind === "location") return matchLocation(rule, said);
  // A reply that was tapped speaks through its id where the channel sends no words with it.
  const words = normalise(said.text) === "" ? (said.option ?? "") : said.text.slice(0, CHARACTERS_READ_MAX);
  return words === "" ? unmatched("empty") : matchWords(rule, { ...said, text: words }, context);
}

type WordsRule = Exclude<AnswerRule, { kind: "text" | "media" | "location" }>;

function matchWords(rule: WordsRule, said: Said, context: MatchContext): Match {
  switch (rule.kind) {
    case "choice":
      return matchChoice(rule, said, context);
    case "multi-choice":
      return matchMultiChoice(rule, said, context);
    case "yes-no":
      return matchYesNo(rule, said, context);
    case "number":
      return matchNumber(rule, said, context);
    case "rating":
      return matchRating(rule, said, context);
    case "nps":
      return matchNps(said, context);
    case "date":
      return matchDate(rule, said, context);
    case "email":
      return matchEmail(said);
    case "phone":
      return matchPhone(rule, said);
    default:
      return rule satisfies never;
  }
}
