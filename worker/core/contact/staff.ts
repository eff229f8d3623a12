// A person answers instead of the flow.
import { attended } from "#core/conversation/engine";
import { Draft } from "#core/contact/draft";
import type { Memory, Moment } from "#core/contact/memory";
import { propose, take } from "#core/contact/moves";
import { isRefusing } from "#core/contact/refusal";
import type { Turn } from "#core/contact/turn";
import type { Line } from "#core/line";

export type StaffMove =
  | { readonly kind: "moved"; readonly turn: Turn; readonly messageId?: string }
  | { readonly kind: "refused"; readonly why: "no-conversation" | "opted-out" | "unknown-line" };

/** Takes a conversation out of the flow's hands, or gives it back. */
export function hold(
  memory: Memory,
  lineId: string,
  input: "take-over" | "release",
  moment: Moment,
): StaffMove {
  const conversation = memory.conversations[lineId];
  const line = memory.lines[lineId];
  if (conversation === undefined || conversation.state === null || line === undefined) {
    return { kind: "refused", why: "no-conversation" };
  }
  const draft = new Draft(memory, moment, moment.mint(), line, line.channel === "chat" ? "chat" : "rest");
  for (const slug of take(draft, conversation, propose(draft, conversation, { kind: input }))) {
    draft.enrolLater(slug);
  }
  return { kind: "moved", turn: draft.finish() };
}

/** The staff said something on the draft's line: a conversation they have is theirs for a while longer. */
export function attend(draft: Draft): void {
  const conversation = draft.line === null ? undefined : draft.memory.conversations[draft.line.id];
  if (conversation === undefined || conversation.state === null) return;
  const state = attended(conversation.state, draft.moment.now);
  if (state !== conversation.state) draft.keep({ ...conversation, state });
}

/** A staff member's own words. Hours bind them unless they answer what the person wrote in the last day. */
export interface StaffWords {
  readonly line: Line;
  readonly text: string;
  readonly isAnswer: boolean;
  /** Of the message, where who asks for it may ask again. */
  readonly id?: string | undefined;
}

export function reply(memory: Memory, { line, text, isAnswer, id }: StaffWords, moment: Moment): StaffMove {
  if (isRefusing(memory.self, line.channel)) return { kind: "refused", why: "opted-out" };
  const draft = new Draft(memory, moment, moment.mint(), line, line.channel === "chat" ? "chat" : "rest");
  attend(draft);
  const messageId = draft.sayPlainly("staff", text, !isAnswer, id);
  return messageId === null
    ? { kind: "refused", why: "unknown-line" }
    : { kind: "moved", turn: draft.finish(), messageId };
}
