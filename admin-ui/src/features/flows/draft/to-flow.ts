// An author's JSON with what is left out of it filled in, as the engine wants it; however unfinished it is.
import type { AnswerRule, Flow, Node } from "#core/conversation/flow";
import type { Answer, Draft, Step } from "./draft.ts";

/** How long a question waits where the author does not say, and how often it is asked again. */
export const WEEK_MINUTES = 10_080;
export const TRIES_MAX = 3;
export const RATING = { min: 1, max: 5 } as const;

/** The defaults of `#core/conversation/flow`, without its judgement: a draft is allowed to be wrong. */
export function toFlow(draft: Draft): Flow {
  return {
    ...draft,
    nodes: draft.nodes.map(toNode),
    expiresAfterMinutes: draft.expiresAfterMinutes ?? WEEK_MINUTES,
  };
}

export function toNode(step: Step): Node {
  if (step.kind === "ask")
    return { ...step, triesMax: step.triesMax ?? TRIES_MAX, answer: toAnswerRule(step.answer) };
  if (step.kind === "end") return { ...step, disposition: step.disposition ?? "completed" };
  return step;
}

function toAnswerRule(answer: Answer): AnswerRule {
  return answer.kind === "rating"
    ? { ...answer, min: answer.min ?? RATING.min, max: answer.max ?? RATING.max }
    : answer;
}
