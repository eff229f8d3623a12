// Several of several options.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { listed } from "../reading/lexicon.ts";
import { localeOf } from "../reading/locale.ts";
import { isWholly } from "../reading/vocabulary.ts";
import { matched, type Match, type MatchContext, type Said, unmatched, type Why } from "../said.ts";
import { chooseByName } from "./by-name.ts";
import { labelOf } from "./choice.ts";
import { chooseEach } from "./each.ts";
import { wordingOf } from "./options.ts";
import { type Question, questionOf } from "./question.ts";

export function matchMultiChoice(
  { options, choicesMin = 0, choicesMax = Infinity }: AnswerRuleOf<"multi-choice">,
  said: Said,
  context: MatchContext,
): Match {
  const question = questionOf(said.text, options, context);
  const tapped = options.findIndex((option) => option.id === said.option);
  const choice = tapped >= 0 ? [tapped] : (chooseWhole(question) ?? chooseEach(question, options, context));
  if (typeof choice === "string") return unmatched(choice);
  const chosen = options.filter((_, index) => choice.includes(index));
  if (chosen.length < choicesMin) return unmatched("too-few");
  if (chosen.length > choicesMax) return unmatched("too-many");
  const label =
    chosen.length === 0
      ? (listed(question.vocabulary[0].none)[0] ?? "")
      : new Intl.ListFormat(localeOf(context.language)).format(
          chosen.map((option) => labelOf(option, context)),
        );
  return matched(
    chosen.map((option) => option.id),
    label,
  );
}

/** One label, which may itself contain commas, or "all", "both", "none". */
function chooseWhole({ text, reading, core, options, vocabulary }: Question): readonly number[] | Why | null {
  const named = chooseByName(wordingOf(text), options) ?? chooseByName(wordingOf(core.text), options);
  if (named !== null) return named.length === 1 ? named : "ambiguous";
  const isSaid = (list: "all" | "both" | "none") =>
    isWholly(vocabulary, list, reading.tokens) || isWholly(vocabulary, list, core.tokens);
  if (isSaid("all") || (options.length === 2 && isSaid("both"))) return options.map((_, index) => index);
  return isSaid("none") ? [] : null;
}
