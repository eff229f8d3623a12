// Putting a question, and saying what would have been an answer.
import type { AnswerRule, Text } from "#core/conversation/flow";
import type { Asking } from "#core/conversation/question";
import { explainExpected, sentencesIn } from "#core/conversation/sentences";
import type { Walk } from "#core/conversation/walk";

interface Asked {
  readonly id: string;
  readonly rule: AnswerRule;
}

/** Says the text as a question; one that comes out empty still asks, by saying what is expected. */
export function putQuestion({ id, rule }: Asked, text: Text, walk: Walk, media?: readonly string[]): void {
  const asking = askingOf({ id, rule }, walk);
  walk.say(id, text, { asking, media }, explainIn(asking));
}

/** Says that the answer was not understood: in the flow's own words, else by what is expected. */
export function putAgain(asked: Asked, notUnderstood: Text | undefined, walk: Walk): void {
  if (notUnderstood !== undefined) return putQuestion(asked, notUnderstood, walk);
  const asking = askingOf(asked, walk);
  walk.speak(asked.id, explainIn(asking), { asking });
}

function askingOf({ id, rule }: Asked, walk: Walk): Asking {
  return { node: id, rule, channel: walk.person.channel, languages: walk.languages };
}

function explainIn({ rule, languages }: Asking): string {
  return explainExpected(rule, sentencesIn(languages));
}
