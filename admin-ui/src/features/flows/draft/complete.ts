// A draft with the defaults that parsing puts in, so that it means the same whether or not its author wrote them.
import type { Draft, Step } from "./draft.ts";

export const WEEK_MINUTES = 10_080;
export const TRIES_MAX = 3;

export function complete(draft: Draft): Draft {
  const nodes = draft.nodes.map(completeStep);
  return { expiresAfterMinutes: WEEK_MINUTES, ...draft, nodes };
}

export function completeStep(step: Step): Step {
  if (step.kind === "end") return { disposition: "completed", ...step };
  if (step.kind !== "ask") return step;
  const { answer } = step;
  return {
    triesMax: TRIES_MAX,
    ...step,
    answer: answer.kind === "rating" ? { min: 1, max: 5, ...answer } : answer,
  };
}
