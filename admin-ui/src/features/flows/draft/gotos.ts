// Every place of a flow that names where to go.
import type { Answer, Draft, Step } from "./draft.ts";

type Change = (goto: string) => string;

/** The same flow with every way led elsewhere; what names nothing stays absent. */
export function mapGotos(draft: Draft, change: Change): Draft {
  const nodes = draft.nodes.map((step) => mapStep(step, change));
  if (draft.interrupts === undefined) return { ...draft, nodes };
  return { ...draft, nodes, interrupts: draft.interrupts.map((each) => led(each, ["next"], change)) };
}

function mapStep(step: Step, change: Change): Step {
  switch (step.kind) {
    case "ask": {
      const { answer, skip, deadline } = step;
      return {
        ...led(step, ["next", "otherwise"], change),
        answer: mapAnswer(answer, change),
        ...(skip !== undefined && { skip: led(skip, ["next"], change) }),
        ...(deadline !== undefined && { deadline: led(deadline, ["next"], change) }),
      };
    }
    case "branch":
      return {
        ...led(step, ["next"], change),
        cases: step.cases.map((each) => led(each, ["next"], change)),
      };
    case "split":
      return { ...step, ways: step.ways.map((way) => led(way, ["next"], change)) };
    case "consent":
      return led(step, ["next", "refused"], change);
    case "say":
    case "set":
    case "wait":
    case "hand-off":
      return led(step, ["next"], change);
    case "enrol":
    case "end":
      return step;
    default:
      return step satisfies never;
  }
}

function mapAnswer(answer: Answer, change: Change): Answer {
  if (answer.kind === "yes-no") return led(answer, ["yes", "no"], change);
  if (answer.kind !== "choice") return answer;
  return { ...answer, options: answer.options.map((option) => led(option, ["next"], change)) };
}

function led<Whole extends object>(whole: Whole, keys: readonly (keyof Whole)[], change: Change): Whole {
  const changed = keys.flatMap((key) => {
    const goto = whole[key];
    return typeof goto === "string" ? [[key, change(goto)]] : [];
  });
  return { ...whole, ...Object.fromEntries(changed) };
}
