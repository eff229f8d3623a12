// Which options a text means: from the exact label to the mistyped one. The first way of reading that finds any decides.
import type { MatchContext } from "../said.ts";
import { chooseByName } from "./by-name.ts";
import { chooseByPart, chooseMistyped } from "./by-part.ts";
import { chooseByVerdict } from "./by-verdict.ts";
import { chooseInSentence } from "./in-sentence.ts";
import { type Choosable, type Choice, wordingOf } from "./options.ts";
import { positionOf } from "./position.ts";
import { type Question, questionOf } from "./question.ts";

const WAYS: readonly ((question: Question) => Choice)[] = [
  ({ text, options }) => chooseByName(wordingOf(text), options),
  // Before places, so that where labels are numbers the label wins.
  ({ core, options }) => chooseByName(wordingOf(core.text), options),
  chooseByPlace,
  chooseInSentence,
  chooseByVerdict,
  chooseByPart,
  chooseMistyped,
];

/** The options that fit, by index. */
export function choose(text: string, options: readonly Choosable[], context: MatchContext): Choice {
  const question = questionOf(text, options, context);
  for (const way of WAYS) {
    const choice = way(question);
    if (choice !== null) return choice;
  }
  return null;
}

function chooseByPlace({ core, options, vocabulary }: Question): Choice {
  const place = positionOf(vocabulary, core.tokens, options.length);
  return place === null ? null : [place];
}
