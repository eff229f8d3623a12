// The conversation engine: what one input makes of a run. A function of its arguments and nothing else.
import type { Node } from "#core/conversation/flow";
import { STAFF_SILENCE_DAYS_MAX, staffPatience } from "#core/conversation/clock";
import { dispositionOf } from "#core/conversation/disposition";
import type { Heard, Move } from "#core/conversation/nodes/rule";
import { tappedOption } from "#core/conversation/question";
import type { Advance, Advanced, Input, RunState } from "#core/conversation/run";
import { nodeOf, resumeAt, retryAt, startFrom, hearAt, wakeAt, walkOn } from "#core/conversation/steps";
import { Walk } from "#core/conversation/walk";
import { languageFor, saysOneOf } from "#core/conversation/words";

export { attended, rebase } from "#core/conversation/clock";

/**
 * Applies one input to a run. Inputs that mean nothing to it (stale timers, a finished run) return the very same state.
 * Throws only when `state` is missing for anything but a start: that is a mistake of the caller.
 */
export function advance(step: Advance): Advanced {
  const { input, state } = step;
  if (input.kind === "start") return start(step, input.words);
  if (state === null) throw new Error(`a run must be started before it can take "${input.kind}"`);
  if (state.phase === "finished") return unchanged(state, isSpoken(input));
  switch (input.kind) {
    case "message":
    case "choice":
      return hear(step, state, input);
    case "timeout":
      return wake(step, state, input.turn);
    case "take-over":
      if (state.phase === "with-person") return unchanged(state);
      return unchanged({
        ...state,
        turn: state.turn + 1,
        phase: "with-person",
        resume: state.phase,
        wake: staffPatience(step.now),
      });
    case "release":
      return release(step, state);
    case "opted-out":
      return close(step, state, "opted-out");
    case "failed":
      return close(step, state, "failed");
    default:
      return input satisfies never;
  }
}

function start(step: Advance, words = ""): Advanced {
  const { flow, person, now } = step;
  const state: RunState = {
    phase: "asking",
    node: null,
    turn: 1,
    language: languageFor(person.language, flow.languages),
    tries: 0,
    remindersSent: 0,
    answers: {},
    variants: {},
    steps: 0,
    heardAt: words === "" ? null : now,
    askedAt: null,
    wake: null,
    resume: null,
    disposition: null,
  };
  return startFrom(new Walk(step, state, words === "" ? null : words));
}

type Spoken = Extract<Input, { kind: "message" | "choice" }>;

function isSpoken(input: Input): input is Spoken {
  return input.kind === "message" || input.kind === "choice";
}

/** While a person on the staff has the conversation every word is theirs to answer. */
function hear(step: Advance, state: RunState, input: Spoken): Advanced {
  const heard = { ...state, turn: state.turn + 1, heardAt: step.now };
  if (state.phase === "with-person") return unchanged(heard);
  const node = nodeOf(step.flow, state.node);
  if (node === null) return close(step, state, "failed");
  const walk = new Walk(step, heard, input.text === "" ? null : input.text);

  const interrupt = step.flow.interrupts?.find(({ words }) => saysOneOf(input.text, words, walk.languages));
  if (interrupt?.next === "end") {
    return walkOn(walk, node, { kind: "finish", disposition: dispositionOf("early", heard) });
  }
  if (interrupt !== undefined) return walkOn(walk, node, { kind: "go", to: interrupt.next });

  const move = hearAt(node, toHeard(input, node), walk) ?? hearPayload(node, input, walk);
  if (move !== null) return walkOn(walk, node, move);
  const again = step.whenUnmatched === "return" ? null : retryAt(node, walk);
  return again === null ? unchanged(state, true) : walkOn(walk, node, again);
}

/** A tap on the present question is that option; on an older one it is only its words. */
function toHeard(input: Spoken, node: Node): Heard {
  if (input.kind === "message") return input;
  const option = tappedOption(input.option, node.id);
  return option === null ? { text: input.text } : { text: input.text === "" ? option : input.text, option };
}

/** A button that no question of ours put there, such as one of approved content: what stands behind it counts as words. */
function hearPayload(node: Node, input: Spoken, walk: Walk): Move | null {
  const isForeign = input.kind === "choice" && !input.option.includes(":");
  return isForeign ? hearAt(node, { text: input.option }, walk) : null;
}

function wake(step: Advance, state: RunState, turn: number): Advanced {
  const isDue = state.turn === turn && state.wake !== null && state.wake.at <= step.now;
  if (!isDue) return unchanged(state);
  if (state.phase === "with-person") return letGo(step, state);
  const node = nodeOf(step.flow, state.node);
  if (node === null) return close(step, state, "failed");
  const walk = new Walk(step, { ...state, turn: state.turn + 1 }, null);
  return walkOn(walk, node, wakeAt(node, walk));
}

/** Nobody on the staff said a word for as long as they may: the person's next one begins anew. */
function letGo(step: Advance, state: RunState): Advanced {
  const node = nodeOf(step.flow, state.node);
  const walk = new Walk(step, { ...state, turn: state.turn + 1 }, null);
  if (node !== null) {
    const text = `Nobody answered for ${STAFF_SILENCE_DAYS_MAX} days, so this conversation was ended.`;
    walk.emit({ kind: "notify", node: node.id, text });
  }
  return walkOn(walk, node, { kind: "abandon", disposition: dispositionOf("silence", state) });
}

function release(step: Advance, state: RunState): Advanced {
  if (state.phase !== "with-person") return unchanged(state);
  const node = nodeOf(step.flow, state.node);
  if (node === null) return close(step, state, "failed");
  const walk = new Walk(step, { ...state, turn: state.turn + 1, resume: null }, null);
  return walkOn(walk, node, resumeAt(node, walk));
}

/** Ends the run from outside, without a word. The question it stood at was never left: that is where it broke off. */
function close(step: Advance, state: RunState, ending: "opted-out" | "failed"): Advanced {
  const node = nodeOf(step.flow, state.node);
  const walk = new Walk(step, { ...state, turn: state.turn + 1 }, null);
  return walkOn(walk, node, { kind: "abandon", disposition: dispositionOf(ending, state) });
}

function unchanged(state: RunState, isUnmatched = false): Advanced {
  return { state, effects: [], visits: [], ...(isUnmatched && { unmatched: true as const }) };
}
