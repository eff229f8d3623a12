// One of several options.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { inLanguage } from "#core/language";
import { type Match, type MatchContext, type Said, unmatched } from "../said.ts";
import { choose } from "./choose.ts";
import type { Choosable } from "./options.ts";

export function matchChoice({ options }: AnswerRuleOf<"choice">, said: Said, context: MatchContext): Match {
  const tapped = options.find((option) => option.id === said.option);
  if (tapped !== undefined) return chosen(tapped, context);
  const choice = choose(said.text, options, context) ?? [];
  if (choice.length > 1) return unmatched("ambiguous");
  const option = options[choice[0] ?? -1];
  return option === undefined ? unmatched("not-an-option") : chosen(option, context);
}

function chosen(option: Choosable, context: MatchContext): Match {
  return { kind: "matched", value: option.id, label: labelOf(option, context), option: option.id };
}

/** The option as the person read it. */
export function labelOf(option: Choosable, context: MatchContext): string {
  return inLanguage(option.label, context.language) ?? option.id;
}
