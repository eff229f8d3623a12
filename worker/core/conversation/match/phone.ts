// One phone number, anywhere in the text.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { parsePhone } from "#core/phone";
import { matched, type Match, type Said, unmatched } from "./said.ts";

/** The value is the number in E.164. */
export function matchPhone({ country }: AnswerRuleOf<"phone">, { text }: Said): Match {
  const phone = parsePhone(text, country);
  return phone.kind === "ok" ? matched(phone.e164, phone.e164) : unmatched("not-a-phone");
}
