// Free words.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { normalise } from "#core/text";
import { matched, type Match, type Said, unmatched } from "./said.ts";

/** The value is the text as it came, without the space around it. Lengths count characters as people see them. */
export function matchText({ lengthMin = 1, lengthMax = Infinity }: AnswerRuleOf<"text">, said: Said): Match {
  const text = said.text.trim();
  // Nothing to see: white space, a media message without words, zero-width characters.
  if (normalise(text) === "") return unmatched("empty");
  const length = lengthOf(text);
  if (length < lengthMin) return unmatched("too-short");
  return length > lengthMax ? unmatched("too-long") : matched(text, text);
}

function lengthOf(text: string): number {
  // Graphemes are never more than UTF-16 units, and counting them takes time.
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].length;
}
