// An author's JSON with what is left out of it filled in, as the engine wants it; however unfinished it is.
import type { AnswerRule, Flow, Node } from "#core/conversation/flow";
import type { Answer, Draft, Step } from "./draft.ts";

/** The defaults of `#core/conversation/flow`, without its judgement: a draft is allowed to be wrong. */
export function toFlow(draft: Draft): Flow {
  return {
    ...draft,
    nodes: draft.nodes.map(toNode),
    expiresAfterMinutes: draft.expiresAfterMinutes ?? 10_080,
  };
}

function toNode(step: Step): Node {
  if (step.kind === "ask")
    return { ...step, triesMax: step.triesMax ?? 3, answer: toAnswerRule(step.answer) };
  if (step.kind === "end") return { ...step, disposition: step.disposition ?? "completed" };
  return step;
}

function toAnswerRule(answer: Answer): AnswerRule {
  return answer.kind === "rating" ? { ...answer, min: answer.min ?? 1, max: answer.max ?? 5 } : answer;
}
