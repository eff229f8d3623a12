// One phone number, anywhere in the text.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { parsePhone } from "#core/phone";
import { normalise } from "#core/text";
import { matched, type Match, type Said, unmatched } from "./said.ts";

/** At least seven digits (the shortest subscriber numbers) with what people put between them; E.164 allows fifteen. */
const NUMBER = /(?:\+ ?)?\(?\d(?:[ ()./-]{0,3}\d){6,}/g;

/** The value is the number in E.164. A number without its country code is one of the rule's country. */
export function matchPhone({ country }: AnswerRuleOf<"phone">, { text }: Said): Match {
  const numbers = new Set(
    (normalise(text).match(NUMBER) ?? []).flatMap((words) => {
      const phone = parsePhone(words, country);
      return phone.kind === "ok" ? phone.e164 : [];
    }),
  );
  const [number] = numbers;
  if (number === undefined) return unmatched("not-a-phone");
  return numbers.size > 1 ? unmatched("ambiguous") : matched(number, number);
}
