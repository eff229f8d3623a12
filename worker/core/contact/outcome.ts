// What became of a message we handed over, and what that means for the conversation it belongs to.
import { Draft } from "#core/contact/draft";
import type { Memory, Moment, Outgoing } from "#core/contact/memory";
import { propose, stopEverything, take } from "#core/contact/moves";
import { isOptedOut } from "#core/contact/refusal";
import type { Turn } from "#core/contact/turn";
import { rebase } from "#core/conversation/engine";
import { failureOf } from "#core/status";

export type Outcome =
  | { readonly kind: "accepted"; readonly sid: string; readonly at: number }
  | { readonly kind: "failed"; readonly code: number | null; readonly at: number }
  /** Nobody can tell whether the carrier took it. */
  | { readonly kind: "unknown"; readonly at: number }
  /** The carrier was not called, or did not process it (`isRefused`): due again. */
  | { readonly kind: "released"; readonly dueAt: number; readonly isRefused?: boolean };

/** More than any cap allows in the days it counts. */
const BEGUN_MAX = 50;

/** Remembers that something we began with the person left. */
export function countBegun(memory: Memory, at: number): Memory {
  const begun = [...memory.self.begun, at].slice(-BEGUN_MAX);
  return { ...memory, self: { ...memory.self, begun } };
}

/** A conversation's clocks start when its question is handed over: later than planned means everything moves by as much. */
export function accepted(memory: Memory, message: Outgoing, at: number, isLast: boolean): Memory {
  const conversation = memory.conversations[message.lineId];
  if (conversation === undefined || conversation.runId !== message.runId) return memory;
  const { state } = conversation;
  const isCurrent = state !== null && state.turn === message.turn;
  // A turn in several pieces is handed over with its last one.
  const moved =
    isCurrent && isLast
      ? {
          ...conversation,
          state: rebase(state, at - message.at, memory.flows[conversation.versionId]?.flow.closesAt),
        }
      : conversation;
  // News of a question that was answered meanwhile holds up nothing.
  const handedOverAt = isCurrent || message.turn === null ? at : conversation.handedOverAt;
  return {
    ...memory,
    conversations: { ...memory.conversations, [message.lineId]: { ...moved, handedOverAt } },
  };
}

/**
 * A message that will never arrive; `at` is when it was tried. An opt-out the carrier knows of is taken as the person's own;
 * a permanent failure ends the conversation that spoke. null when nothing follows from it.
 */
export function failed(
  memory: Memory,
  message: { lineId: string | null; runId: string | null },
  code: number | null,
  at: number,
  moment: Moment,
): Turn | null {
  const line = message.lineId === null ? undefined : memory.lines[message.lineId];
  const failure = failureOf(code);
  const draft = new Draft(
    memory,
    moment,
    moment.mint(),
    line ?? null,
    line?.channel === "chat" ? "chat" : "rest",
  );
  if (failure === "opted-out") {
    const { consent, channels } = memory.self;
    const optedInAt = consent.optedIn?.at ?? 0;
    const optedInHereAt = line === undefined ? 0 : (channels[line.channel]?.optedIn?.at ?? 0);
    // News from before the person opted in again says nothing about now.
    if (isOptedOut(memory.self, line?.channel ?? null) || Math.max(optedInAt, optedInHereAt) >= at)
      return null;
    stopEverything(draft, draft.reach);
    draft.consent("opt-out", "carrier", `carrier error ${code}`, at);
    return draft.finish();
  }
  const conversation = line === undefined ? undefined : memory.conversations[line.id];
  if (failure !== "permanent" || conversation === undefined || conversation.runId !== message.runId)
    return null;
  take(
    draft,
    conversation,
    propose(draft, conversation, { kind: "failed", reason: `carrier error ${code}` }),
  );
  return draft.finish();
}
