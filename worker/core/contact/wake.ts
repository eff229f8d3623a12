// What the clock leads to: starts, reminders, waits and deadlines that have come due.
import { Draft } from "#core/contact/draft";
import type { Conversation, Memory, Moment } from "#core/contact/memory";
import { wakesAt } from "#core/contact/keeping";
import { end, propose, take } from "#core/contact/moves";
import { zonesFor } from "#core/contact/person";
import type { Turn } from "#core/contact/turn";
import { isOpen, nextOpening } from "#core/hours";
import type { Line } from "#core/line";

/** One turn for each conversation that is due at `now`, in order of their times. Only `memory` of the last one stands. */
export function wake(memory: Memory, moment: Moment): readonly Turn[] {
  const due = Object.values(memory.conversations)
    .filter(({ runId }) => !memory.unsent.includes(runId))
    .map((conversation) => ({ conversation, at: wakesAt(conversation) }))
    .filter(({ at }) => at !== null && at <= moment.now)
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const turns: Turn[] = [];
  let current = memory;
  for (const { conversation } of due) {
    const turn = wakeOne(current, conversation, moment);
    if (turn === null) continue;
    turns.push(turn);
    current = turn.memory;
  }
  return turns;
}

function wakeOne(memory: Memory, conversation: Conversation, moment: Moment): Turn | null {
  const line = memory.lines[conversation.lineId];
  if (line === undefined) return null;
  const draft = new Draft(memory, moment, moment.mint(), line, line.channel === "chat" ? "chat" : "rest");
  const { state } = conversation;
  // Hours bind what we start: everything but the silent end of a conversation nobody goes on with.
  if (state?.wake?.reason !== "expiry" && !isOpen(line.hours, zonesFor(memory, line), moment.now)) {
    return hold(draft, conversation, line, moment);
  }
  const input =
    state === null ? ({ kind: "start" } as const) : ({ kind: "timeout", turn: state.turn } as const);
  const advanced = propose(draft, conversation, input);
  const enrols = take(
    draft,
    conversation,
    advanced,
    state?.wake?.reason === "reminder" ? "reminder" : "flow",
  );
  for (const flow of enrols) draft.enrolLater(flow);
  return draft.finish();
}

/** Puts a wake off until the line opens for this person; a line that never opens again ends the run instead of looping. */
function hold(draft: Draft, conversation: Conversation, line: Line, moment: Moment): Turn {
  const opening = nextOpening(line.hours, zonesFor(draft.memory, line), moment.now);
  if (opening !== null) {
    draft.keep(
      conversation.state === null
        ? { ...conversation, startAt: opening }
        : { ...conversation, heldUntil: opening },
    );
    return draft.finish();
  }
  draft.notice(
    "report",
    `The line "${line.name}" has no opening hours in the year ahead, so this conversation was ended.`,
  );
  end(draft, conversation, "expired");
  return draft.finish();
}
