// Walking from node to node until something waits or the run ends.
import { dispositionOf } from "#core/conversation/disposition";
import type { Flow, Goto, Node, NodeKind } from "#core/conversation/flow";
import type { Heard, Move, NodeRule } from "#core/conversation/nodes/rule";
import { RULES } from "#core/conversation/nodes/rules";
import type { Advanced, Disposition } from "#core/conversation/run";
import type { Walk } from "#core/conversation/walk";

/** Far more nodes than a person would follow between two of their messages; what walks further is a loop. */
export const STEPS_PER_ADVANCE_MAX = 200;
/** A question asked in a loop is fine; two thousand steps are a flow that never lets go. */
export const STEPS_PER_RUN_MAX = 2000;

/** The node that waits, or null when the flow has none of that name. */
export function nodeOf(flow: Flow, id: string | null): Node | null {
  return flow.nodes.find((node) => node.id === id) ?? null;
}

export function startFrom(walk: Walk): Advanced {
  return walkOn(walk, null, { kind: "go", to: null });
}

/** Makes the move from `from` (null: from before the first node) and every further one until the run waits or ends. */
export function walkOn(walk: Walk, from: Node | null, first: Move): Advanced {
  const seen = new Set<string>();
  let loopMark: number | null = null;
  let node = from;
  let move = first;
  for (let steps = 0; ; steps += 1) {
    if (move.kind !== "go") return settle(walk, node, move, steps === 0);
    const target = targetOf(walk.flow, node, move.to);
    if (node !== null) walk.visit(node, target === null ? "end" : target.id);
    if (target === null) {
      if (isMissing(walk.flow, move.to))
        return fail(walk, node, `It leads to "${move.to}", which is not there.`);
      return finish(walk, dispositionOf("finished", walk.state));
    }
    if (seen.has(target.id)) loopMark ??= walk.mark;
    seen.add(target.id);
    if (steps >= STEPS_PER_ADVANCE_MAX) {
      // Nobody is to read two hundred turns of a loop: only its first round stays.
      if (loopMark !== null) walk.forgetSince(loopMark);
      return fail(
        walk,
        target,
        `The flow loops, or is far too long: ${STEPS_PER_ADVANCE_MAX} steps without waiting for anyone.`,
      );
    }
    if (walk.state.steps >= STEPS_PER_RUN_MAX) {
      return fail(walk, target, `The flow never ends: ${STEPS_PER_RUN_MAX} steps in one conversation.`);
    }
    walk.state = { ...walk.state, node: target.id, steps: walk.state.steps + 1, tries: 0, remindersSent: 0 };
    move = ruleOf(target.kind).enter(target, walk);
    node = target;
  }
}

/** What the node makes of the person's words; null = nothing. */
export function hearAt(node: Node, heard: Heard, walk: Walk): Move | null {
  return ruleOf(node.kind).hear?.(node, heard, walk) ?? null;
}

export function retryAt(node: Node, walk: Walk): Move | null {
  return ruleOf(node.kind).retry?.(node, walk) ?? null;
}

export function wakeAt(node: Node, walk: Walk): Move {
  return ruleOf(node.kind).wake?.(node, walk) ?? { kind: "stay", state: { wake: null } };
}

export function resumeAt(node: Node, walk: Walk): Move {
  return ruleOf(node.kind).resume?.(node, walk) ?? { kind: "go", to: null };
}

function ruleOf<K extends NodeKind>(kind: K): NodeRule<K> {
  return RULES[kind];
}

/** The node a move leads to; null at the end of the flow, or where there is no such node. */
function targetOf(flow: Flow, from: Node | null, to: Goto | null): Node | null {
  if (to === null) return flow.nodes[from === null ? 0 : flow.nodes.indexOf(from) + 1] ?? null;
  return nodeOf(flow, to);
}

function isMissing(flow: Flow, to: Goto | null): boolean {
  return to !== null && to !== "end" && nodeOf(flow, to) === null;
}

/** The walk is over. A question that is put again (`isAgain`) was visited before; one that is abandoned is never left. */
function settle(
  walk: Walk,
  node: Node | null,
  move: Exclude<Move, { kind: "go" }>,
  isAgain: boolean,
): Advanced {
  switch (move.kind) {
    case "stay":
      if (node !== null && !isAgain) walk.visit(node, null);
      walk.state = { ...walk.state, ...move.state };
      return walk.finish();
    case "finish":
      if (node !== null) walk.visit(node, "end");
      return finish(walk, move.disposition);
    case "abandon":
      return finish(walk, move.disposition);
    default:
      return move satisfies never;
  }
}

function fail(walk: Walk, node: Node | null, problem: string): Advanced {
  walk.emit({ kind: "report", node: node?.id ?? "end", problem });
  return finish(walk, dispositionOf("failed", walk.state));
}

function finish(walk: Walk, disposition: Disposition): Advanced {
  walk.state = { ...walk.state, phase: "finished", node: null, wake: null, resume: null, disposition };
  walk.emit({ kind: "finish", disposition });
  return walk.finish();
}
