// A flow that begins with a campaign's message: the first thing it says is the recipient's planned message.
import { Draft } from "#core/contact/draft";
import type { Memory, Moment, Outgoing, PinnedFlow } from "#core/contact/memory";
import { begin, end } from "#core/contact/moves";
import type { Offered } from "#core/contact/offered";
import type { Turn } from "#core/contact/turn";

export interface Begun {
  readonly turn: Turn;
  /** The planned message, filled in; null where the flow says nothing at first. */
  readonly first: Outgoing | null;
}

/** Begins it, in place of a conversation that is interrupted. */
export function beginOffered(
  memory: Memory,
  { message, line, profile }: Offered,
  flow: PinnedFlow,
  moment: Moment,
): Begun {
  const draft = new Draft(memory, moment, moment.mint(), line, "rest");
  draft.adopt(profile);
  interrupt(draft, line.id);
  draft.expect(message);
  for (const slug of begin(draft, flow, message.campaign?.id ?? "api")) draft.enrolLater(slug);
  const turn = draft.finish();
  return { turn, first: turn.outgoing.find(({ id }) => id === message.id) ?? null };
}

/** Ends the conversation on the offered message's line; null where there is none. */
export function interrupted(memory: Memory, { line }: Offered, moment: Moment): Turn | null {
  if (memory.conversations[line.id] === undefined) return null;
  const draft = new Draft(memory, moment, moment.mint(), line, "rest");
  interrupt(draft, line.id);
  return draft.finish();
}

/** A flow that a campaign began and whose first words never go: nobody was asked anything, so it ends without a word. */
export function abandoned(memory: Memory, { lineId, runId }: Outgoing, moment: Moment): Turn | null {
  const line = memory.lines[lineId];
  if (line === undefined || runId === null || memory.conversations[lineId]?.runId !== runId) return null;
  const draft = new Draft(memory, moment, moment.mint(), line, "rest");
  interrupt(draft, lineId);
  return draft.finish();
}

function interrupt(draft: Draft, lineId: string): void {
  const running = draft.memory.conversations[lineId];
  if (running !== undefined) end(draft, running, "interrupted");
}
