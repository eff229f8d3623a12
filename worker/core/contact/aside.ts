// A question that is open beside a conversation with others: what is said to them must not be taken for its answer.
import type { Advanced } from "#core/conversation/run";
import { TAGS } from "#core/helpline/relay";
import { normalise } from "#core/text";

/** "Yes, gladly" is an answer; "I cannot hear you" is said to somebody. */
const WORDS_MAX = 2;
/** `B yes` is for caller B, and `B` alone is no second option. */
const TAGGED = new RegExp(String.raw`^\s*\[?[${TAGS.join("")}]\]?(?:[\s:.,)-]|$)`, "i");

/** Whether a text that would answer the question is meant to: it is short, or the very option. */
export function isMeantAsAnswer(text: string, { effects }: Advanced): boolean {
  if (TAGGED.test(text)) return false;
  const isOption = effects.some(
    (effect) => effect.kind === "record-answer" && normalise(effect.answer.label) === normalise(text),
  );
  return isOption || text.trim().split(/\s+/).length <= WORDS_MAX;
}
