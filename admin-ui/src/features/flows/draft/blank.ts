// New steps and answers, ready to be filled in.
import type { Answer, AnswerKind, Draft, Step, StepKind } from "./draft.ts";
import { blankFilter } from "./subjects.ts";

export const EMPTY_DRAFT: Draft = { schema: 1, languages: ["en"], nodes: [] };

const STEMS: Readonly<Record<StepKind, string>> = {
  ask: "question",
  say: "message",
  branch: "branch",
  split: "split",
  set: "change",
  consent: "consent",
  wait: "wait",
  "hand-off": "person",
  enrol: "flow",
  end: "end",
};

/** `question-1`, `question-2`: the first that is free. `end` itself is no id. */
export function freeId(taken: readonly string[], stem: string, between = "-"): string {
  const known = new Set(taken);
  let number = 1;
  while (known.has(`${stem}${between}${number}`)) number += 1;
  return `${stem}${between}${number}`;
}

/** A step of this kind with nothing said in it, for this place of the list. */
export function blankStep(kind: StepKind, draft: Draft, at: number): Step {
  const id = freeId(
    draft.nodes.map((node) => node.id),
    STEMS[kind],
  );
  switch (kind) {
    case "say":
      return { id, kind, text: {} };
    case "ask":
      return { id, kind, text: {}, answer: { kind: "text" } };
    case "branch":
      return { id, kind, cases: [{ when: blankFilter(draft, at), next: "end" }] };
    case "split":
      return {
        id,
        kind,
        ways: [
          { id: "a", weight: 1 },
          { id: "b", weight: 1 },
        ],
      };
    case "set":
      return { id, kind, changes: [{ kind: "add-tag", tag: "" }] };
    case "consent":
      return { id, kind, mode: "confirm", text: {} };
    case "wait":
      return { id, kind, until: { kind: "minutes", minutes: 1440 } };
    case "hand-off":
    case "end":
      return { id, kind };
    case "enrol":
      return { id, kind, flow: "" };
    default:
      return kind satisfies never;
  }
}

/** An answer of another kind; options go on where both kinds have them. */
export function blankAnswer(kind: AnswerKind, before: Answer): Answer {
  switch (kind) {
    case "choice":
      return { kind, options: optionsBefore(before) };
    case "multi-choice":
      return { kind, options: optionsBefore(before).map(({ next: _next, ...option }) => option) };
    case "text":
    case "yes-no":
    case "number":
    case "rating":
    case "nps":
    case "date":
    case "email":
    case "phone":
    case "media":
    case "location":
      return { kind };
    default:
      return kind satisfies never;
  }
}

type Options = Extract<Answer, { kind: "choice" }>["options"];

function optionsBefore(before: Answer): Options {
  if (before.kind === "choice" || before.kind === "multi-choice") return before.options;
  return [
    { id: "option_1", label: {} },
    { id: "option_2", label: {} },
  ];
}
