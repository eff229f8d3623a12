// Turns what a Contact did into what D1 keeps.
import type { Conversation, Memory, Outgoing } from "#core/contact/memory";
import type { RunState, Visit } from "#core/conversation/run";
import type { MessageRecord, RunRecord } from "#core/record";
import type { Status } from "#core/status";

/** How far a message has come when its turn commits: a webhook's answer and a socket hand it over in the same breath. */
const FIRST_STATUS = { rest: "pending", chat: "sent", twiml: "handed-over" } as const satisfies Record<
  Outgoing["via"],
  Status
>;

export function toMessageRecord(message: Outgoing, memory: Memory): MessageRecord {
  const { id, kind, via, text, media, runId, turn, node, at } = message;
  const channel = memory.lines[message.lineId]?.channel ?? "sms";
  const status = FIRST_STATUS[via];
  return { id, direction: "out", channel, kind, via, text, media, runId, turn, node, status, sid: null, at };
}

/** What a step made of a run; `before` is the state the step began with. */
export function toRunRecord(
  conversation: Conversation,
  before: RunState | null,
  state: RunState,
  visits: readonly Visit[],
  now: number,
): RunRecord {
  const { lineId, flowId, versionId, source, startedAt } = conversation;
  const { phase, node, turn, language, disposition, heardAt } = state;
  const given = Object.entries(state.answers).filter(([name, answer]) => before?.answers[name] !== answer);
  const drawn = Object.entries(state.variants).filter(([split, way]) => before?.variants[split] !== way);
  return {
    id: conversation.runId,
    lineId,
    flowId,
    versionId,
    source,
    phase,
    node,
    turn,
    language,
    disposition,
    answers: Object.fromEntries(given.map(([name, answer]) => [name, { ...answer, turn }])),
    variants: Object.fromEntries(drawn),
    visits: visits.length === 0 ? {} : { [turn]: visits.slice(-VISITS_PER_TURN_MAX) },
    startedAt,
    heardAt,
    finishedAt: phase === "finished" ? now : null,
  };
}

/** A turn walks a handful of nodes; one that loops to its limit keeps its latest. */
const VISITS_PER_TURN_MAX = 100;
