// Where a problem of the check is to be mended: which step, and which field of it.
import type { Problem } from "#core/conversation/check";
import type { Draft } from "./draft.ts";
import { fieldOf } from "./field-of.ts";
import type { Field } from "./field-of.ts";
import { labelStep } from "./say-step.ts";

export interface Found extends Problem {
  readonly field: Field;
  /** Where it is, as the list of steps says it; "The flow" for the flow as a whole. */
  readonly place: string;
}

export function placeProblem(problem: Problem, draft: Draft): Found {
  const step = draft.nodes.find(({ id }) => id === problem.node);
  return { ...problem, field: fieldOf(problem, step?.kind), place: placeOf(problem, draft) };
}

export function placeOf({ node }: Pick<Problem, "node">, { nodes, languages }: Draft): string {
  const index = nodes.findIndex(({ id }) => id === node);
  const step = nodes[index];
  return step === undefined ? "The flow" : labelStep(step, index, languages[0] ?? "en", nodes);
}
