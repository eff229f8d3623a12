// The moves a turn is made of: open a run, take a step of it, end it, stop them all.
import type { Reach } from "#core/consent/permission";
import { advance } from "#core/conversation/engine";
import type { Advanced, Channel, Input } from "#core/conversation/run";
import { compose } from "#core/contact/compose";
import type { Draft } from "#core/contact/draft";
import type { Conversation, PinnedFlow } from "#core/contact/memory";
import { toPerson } from "#core/contact/person";
import { toRunRecord } from "#core/contact/records";
import { reaches } from "#core/contact/refusal";
import type { Line } from "#core/line";
import type { MessageKind } from "#core/record";

/** Puts a new run in the line's place; with `startAt` it waits for opening hours. */
export function open(
  draft: Draft,
  flow: PinnedFlow,
  source: string,
  startAt: number | null = null,
): Conversation {
  const { line, moment } = draft;
  if (line === null) throw new Error("a conversation needs a line");
  const conversation: Conversation = {
    lineId: line.id,
    runId: moment.mint(),
    flowId: flow.flowId,
    versionId: flow.versionId,
    source,
    state: null,
    startAt,
    heldUntil: null,
    startedAt: moment.now,
    handedOverAt: null,
  };
  draft.pin(flow);
  draft.keep(conversation);
  return conversation;
}

/** Starts a flow on the draft's line and takes its first step. Returns the flows it enrols into. */
export function begin(draft: Draft, flow: PinnedFlow, source: string, words?: string): readonly string[] {
  const conversation = open(draft, flow, source);
  return take(
    draft,
    conversation,
    propose(draft, conversation, { kind: "start", ...(words !== undefined && { words }) }),
  );
}

/** Asks the engine for the next step of a conversation, without changing anything. */
export function propose(
  draft: Draft,
  conversation: Conversation,
  input: Input,
  whenUnmatched: "return" | "retry" = "return",
): Advanced {
  const { flow, line } = pinnedBy(draft, conversation);
  const { now, draw } = draft.moment;
  const person = toPerson(draft.memory, line);
  return advance({ flow: flow.flow, state: conversation.state, person, input, now, draw, whenUnmatched });
}

/** Takes a step of the engine for done: its words, changes and records. Returns the flows it enrols into. */
export function take(
  draft: Draft,
  conversation: Conversation,
  { state, effects, visits }: Advanced,
  kind: MessageKind = "flow",
): readonly string[] {
  const { flow, line } = pinnedBy(draft, conversation);
  const { via, moment } = draft;
  for (const effect of effects) draft.apply(effect, flow);
  const says = effects.filter((effect) => effect.kind === "say");
  const pieces = compose(says, line, flow, state.language, conversation.state === null);
  for (const piece of pieces) {
    draft.send({
      ...piece,
      lineId: line.id,
      runId: conversation.runId,
      turn: state.turn,
      kind,
      // Content templates go by REST only; TwiML has no verb for them.
      via: piece.content === null ? via : "rest",
      bound: via === "rest",
    });
  }
  // Whoever writes has read what came before: only what goes with this answer may be overtaken by what follows.
  const isInline = pieces.some(({ content }) => content === null);
  const handedOverAt = via === "rest" ? conversation.handedOverAt : isInline ? moment.now : null;
  draft.keep({ ...conversation, state, startAt: null, heldUntil: null, handedOverAt });
  draft.recordRun(toRunRecord(conversation, conversation.state, state, visits, moment.now));
  return effects.flatMap((effect) => (effect.kind === "enrol" ? [effect.flow] : []));
}

/** Puts the present question again, as after a conversation is given back. Returns the flows it enrols into. */
export function askAgain(draft: Draft, conversation: Conversation): readonly string[] {
  const held = { ...conversation, state: propose(draft, conversation, { kind: "take-over" }).state };
  return take(draft, held, propose(draft, held, { kind: "release" }));
}

/** Ends a run from outside the flow: another one took its place, or it can never go on. */
export function end(draft: Draft, conversation: Conversation, disposition: "interrupted" | "expired"): void {
  const before = conversation.state;
  if (before === null) return draft.drop(conversation);
  const over = { phase: "finished", node: null, turn: before.turn + 1, wake: null, disposition } as const;
  const state = { ...before, ...over };
  draft.keep({ ...conversation, state });
  const visits = before.node === null ? [] : [{ node: before.node, to: "end" }];
  draft.recordRun(toRunRecord(conversation, before, state, visits, draft.moment.now));
}

/** A person said stop: every conversation it reaches ends, on every such line, and nothing more is said. */
export function stopEverything(draft: Draft, reach: Reach): void {
  stopConversations(draft, (_conversation, channel) => reaches(reach, channel));
}

/** Ends those of the conversations that are meant, without a word. */
export function stopConversations(
  draft: Draft,
  isMeant: (conversation: Conversation, channel: Channel) => boolean,
): void {
  for (const conversation of Object.values(draft.memory.conversations)) {
    const channel = draft.memory.lines[conversation.lineId]?.channel;
    if (channel !== undefined && !isMeant(conversation, channel)) continue;
    if (conversation.state === null) {
      draft.drop(conversation);
      continue;
    }
    const advanced = propose(draft, conversation, { kind: "opted-out" });
    take(draft, conversation, {
      ...advanced,
      effects: advanced.effects.filter(({ kind }) => kind === "finish"),
    });
  }
}

function pinnedBy(
  draft: Draft,
  { versionId, lineId, runId }: Conversation,
): { flow: PinnedFlow; line: Line } {
  const flow = draft.memory.flows[versionId];
  const line = draft.memory.lines[lineId];
  if (flow === undefined || line === undefined) throw new Error(`run ${runId} lost its flow or line`);
  return { flow, line };
}
