// Yes or no, in words and gestures.
import type { AnswerRuleOf } from "#core/conversation/flow";
import { normalise } from "#core/text";
import { listed } from "../reading/lexicon.ts";
import { read } from "../reading/read.ts";
import { vocabularyOf } from "../reading/vocabulary.ts";
import { type Match, type MatchContext, type Said, unmatched } from "../said.ts";
import { verdictOf } from "./verdict.ts";

const THUMBS_UP = /[👍👌✅☑✔✓🆗💯🙆]/u;
const THUMBS_DOWN = /[👎❌✖✗🚫🙅⛔]/u;
/** A letter held down: "yesss", "nooo", "yeeeah". */
const HELD = /(\p{L})\1{2,}|(\p{L})\2+(?!\p{L})/gu;

export function matchYesNo(rule: AnswerRuleOf<"yes-no">, said: Said, context: MatchContext): Match {
  const vocabulary = vocabularyOf(context);
  const verdict = tapped(said.option) ?? heard(said.text, rule, vocabulary) ?? shown(said.text);
  switch (verdict) {
    case "yes":
    case "no":
      return {
        kind: "matched",
        value: verdict === "yes",
        label: listed(vocabulary[0][verdict])[0] ?? verdict,
        option: verdict,
      };
    case "unclear":
      return unmatched("ambiguous");
    case null:
      return unmatched("not-an-option");
    default:
      return verdict satisfies never;
  }
}

function tapped(option: string | undefined) {
  return option === "yes" || option === "no" ? option : null;
}

function heard(text: string, rule: AnswerRuleOf<"yes-no">, vocabulary: ReturnType<typeof vocabularyOf>) {
  const plain = normalise(text).replace(HELD, "$1$2");
  return verdictOf(read(text), rule, vocabulary) ?? verdictOf(read(plain), rule, vocabulary);
}

function shown(text: string) {
  const [up, down] = [THUMBS_UP.test(text), THUMBS_DOWN.test(text)];
  if (up && down) return "unclear";
  return up ? "yes" : down ? "no" : null;
}
