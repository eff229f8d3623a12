// Changes to the list of steps; ways that lead to a step go along with its name.
import type { Condition } from "#core/condition";
import { blankStep, freeId } from "./blank.ts";
import { moveTo, removeAt, replaceAt } from "./draft.ts";
import type { Draft, Step, StepKind } from "./draft.ts";
import { mapGotos } from "./gotos.ts";

export interface Added {
  readonly draft: Draft;
  /** The id of the step that is new. */
  readonly id: string;
}

/** Puts a step in and opens it. */
export type Insert = (make: (draft: Draft) => Added) => void;

/** A new step at this place of the list. */
export function addStep(draft: Draft, kind: StepKind, at: number): Added {
  return insert(draft, blankStep(kind, draft, at), at);
}

/** The copy stands below its original. */
export function duplicateStep(draft: Draft, index: number): Added {
  const step = draft.nodes[index];
  if (step === undefined) return { draft, id: "" };
  const stem = step.id.replace(/-\d+$/, "").slice(0, 30);
  const id = freeId(
    draft.nodes.map((node) => node.id),
    stem,
  );
  return insert(draft, { ...step, id }, index + 1);
}

function insert(draft: Draft, step: Step, at: number): Added {
  const nodes = [...draft.nodes.slice(0, at), step, ...draft.nodes.slice(at)];
  return { draft: { ...draft, nodes }, id: step.id };
}

/** Ways that led to it lead nowhere then, which the check says. */
export function removeStep(draft: Draft, index: number): Draft {
  return { ...draft, nodes: removeAt(draft.nodes, index) };
}

export function moveStep(draft: Draft, from: number, to: number): Draft {
  return from === to ? draft : { ...draft, nodes: moveTo(draft.nodes, from, to) };
}

export function changeStep(draft: Draft, index: number, step: Step): Draft {
  return { ...draft, nodes: replaceAt(draft.nodes, index, step) };
}

/** Gives a step another id, and takes along the ways to it and the branches on what it decided. */
export function renameStep(draft: Draft, index: number, id: string): Draft {
  const step = draft.nodes[index];
  if (step === undefined || step.id === id) return draft;
  const renamed = changeStep(draft, index, { ...step, id });
  // Of two steps with one id nobody can say which was meant.
  if (draft.nodes.filter((node) => node.id === step.id).length > 1) return renamed;
  const paths = pathsOf(step, id);
  const moved = mapGotos(renamed, (goto) => (goto === step.id ? id : goto));
  return paths === null ? moved : { ...moved, nodes: moved.nodes.map((node) => mapPaths(node, paths)) };
}

interface Paths {
  readonly from: string;
  readonly to: string;
}

function pathsOf(step: Step, id: string): Paths | null {
  if (step.kind === "split") return { from: `variant.${step.id}`, to: `variant.${id}` };
  if (step.kind !== "ask" || step.saveAs !== undefined) return null;
  return { from: `answers.${step.id.replaceAll("-", "_")}`, to: `answers.${id.replaceAll("-", "_")}` };
}

function mapPaths(step: Step, paths: Paths): Step {
  if (step.kind !== "branch") return step;
  return { ...step, cases: step.cases.map((each) => ({ ...each, when: mapPath(each.when, paths) })) };
}

function mapPath(condition: Condition, paths: Paths): Condition {
  if ("all" in condition) return { all: condition.all.map((member) => mapPath(member, paths)) };
  if ("any" in condition) return { any: condition.any.map((member) => mapPath(member, paths)) };
  if ("not" in condition) return { not: mapPath(condition.not, paths) };
  return condition.path === paths.from ? { ...condition, path: paths.to } : condition;
}
