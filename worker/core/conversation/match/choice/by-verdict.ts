// "Yep" among the options Yes, No and Maybe: an option that is only a yes or a no is heard as one.
import { isWholly } from "../reading/vocabulary.ts";
import { verdictOf } from "../yes-no/verdict.ts";
import { type Choice, whereFits } from "./options.ts";
import type { Question } from "./question.ts";

export function chooseByVerdict({ reading, options, vocabulary }: Question): Choice {
  const verdict = verdictOf(reading, { kind: "yes-no" }, vocabulary);
  if (verdict === null || verdict === "unclear") return null;
  return whereFits(options, ({ words }) =>
    isWholly(
      vocabulary,
      verdict,
      words.map((text) => ({ text })),
    ),
  );
}
