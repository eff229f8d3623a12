// What is wrong with a draft as it stands, and at which field of which step.
import { check } from "#core/conversation/check";
import { Flow } from "#core/conversation/flow";
import type { Channel } from "#core/conversation/run";
import type * as z from "zod";
import type { Draft } from "./draft.ts";
import { placeOf, placeProblem } from "./place-problem.ts";
import type { Found } from "./place-problem.ts";
import { toFlow } from "./to-flow.ts";

/** Errors first, each in the order of the steps. `channels`: those that lead to the flow; none = not known. */
export function findProblems(draft: Draft, channels: readonly Channel[]): readonly Found[] {
  const { success, data, error } = Flow.safeParse(draft);
  const wordings = success ? [] : error.issues.map((issue) => toFound(issue, draft));
  if (draft.nodes.length === 0) return wordings;
  const flow = success ? data : toFlow(draft);
  const found = check(flow, channels.length === 0 ? {} : { channels });
  const checked = found.map((problem) => placeProblem(problem, draft));
  return [...wordings, ...checked].toSorted(
    (a, b) => Number(b.kind === "error") - Number(a.kind === "error"),
  );
}

function toFound(issue: z.core.$ZodIssue, draft: Draft): Found {
  const { nodes } = draft;
  const [root, index, member = "text"] = issue.path;
  const step = root === "nodes" && typeof index === "number" ? nodes[index] : undefined;
  const message =
    root === "nodes" && nodes.length === 0
      ? "This flow has no step yet."
      : `${nameOf(issue)} ${words(issue)}.`;
  const field = step === undefined ? root : member;
  return {
    kind: "error",
    code: "schema",
    node: step?.id ?? null,
    message,
    field: String(field),
    place: placeOf({ node: step?.id ?? null }, draft),
  };
}

const PLACES: Readonly<Record<string, string>> = {
  id: "The step's id",
  saveAs: "The answer's name",
  attribute: "The contact's field",
  media: "A media link",
  nodes: "The list of steps",
  languages: "A language",
  interrupts: "An interrupt",
  defaults: "A default",
  expiresAfterMinutes: "The time after which it expires",
};

function nameOf({ path }: z.core.$ZodIssue): string {
  const names = path.filter((part) => typeof part === "string" && part !== "nodes");
  const [first = "nodes"] = names;
  const name = PLACES[String(first)];
  if (name !== undefined) return name;
  return names.length === 1 ? `The ${String(first)}` : `The ${names.map(String).join(", ")}`;
}

function words(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_small":
      if (issue.minimum === 1 && issue.origin !== "int" && issue.origin !== "number") return "is empty";
      return `is too small: at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `is too long: at most ${issue.maximum} characters`
        : `is too much: at most ${issue.maximum}`;
    case "invalid_union":
      return issue.errors.flat()[0] === undefined ? issue.message : words(issue.errors.flat()[0] ?? issue);
    case "invalid_format":
    case "invalid_key":
    case "custom":
    case "invalid_type":
    case "unrecognized_keys":
    case "invalid_value":
    case "not_multiple_of":
    case "invalid_element":
      return `does not fit: ${issue.message}`;
    default:
      return issue satisfies never;
  }
}
