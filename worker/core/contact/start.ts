// A flow that we begin with someone: by API, by enrolment, by campaign.
import { Draft } from "#core/contact/draft";
import type { KnownProfile, Memory, Moment, PinnedFlow } from "#core/contact/memory";
import { begin, open } from "#core/contact/moves";
import { zonesFor } from "#core/contact/person";
import { isOptedOut, isRefusing } from "#core/contact/refusal";
import type { Turn } from "#core/contact/turn";
import { isOpen, nextOpening } from "#core/hours";
import type { Line } from "#core/line";

export interface StartRequest {
  /** The same request twice starts one run. */
  readonly id: string;
  readonly line: Line;
  readonly profile: KnownProfile | null;
  readonly flow: PinnedFlow;
  readonly source: string;
}

/** `isBack`: the page only lost its connection. */
export interface OpenRequest extends StartRequest {
  readonly isBack: boolean;
}

export type Started =
  | { readonly kind: "started"; readonly turn: Turn; readonly runId: string | null }
  | { readonly kind: "waits"; readonly turn: Turn; readonly until: number }
  | { readonly kind: "refused"; readonly why: "opted-out" | "in-conversation" | "never-open" };

/** Begins a flow, now if the line is open for this person, else at its next opening. Never after STOP, never over a running conversation. */
export function start(memory: Memory, request: StartRequest, moment: Moment): Started {
  const { line, flow, source } = request;
  if (memory.conversations[line.id] !== undefined && !isRefusing(memory.self, line.channel))
    return { kind: "refused", why: "in-conversation" };

  const draft = new Draft(memory, moment, request.id, line, line.channel === "chat" ? "chat" : "rest");
  // With it come today's suppressions, such as an import's, which nobody told this object of.
  draft.adopt(request.profile);
  if (isRefusing(draft.memory.self, line.channel)) return { kind: "refused", why: "opted-out" };
  const zones = zonesFor(draft.memory, line);
  if (!isOpen(line.hours, zones, moment.now)) {
    const until = nextOpening(line.hours, zones, moment.now);
    if (until === null) return { kind: "refused", why: "never-open" };
    open(draft, flow, source, until);
    return { kind: "waits", turn: draft.finish(), until };
  }
  for (const slug of begin(draft, flow, source)) draft.enrolLater(slug);
  const turn = draft.finish();
  return { kind: "started", turn, runId: turn.record.runs[0]?.id ?? null };
}

/**
 * A visitor opened the chat page: the flow begins at once, since it was they who came. It does not begin over a running
 * conversation, after a STOP, or for a page that only lost its connection.
 */
export function openChat(memory: Memory, request: OpenRequest, moment: Moment): Turn | null {
  const { line, flow, isBack } = request;
  if (memory.conversations[line.id] !== undefined) return null;
  if (isBack && memory.lines[line.id] !== undefined) return null;
  const draft = new Draft(memory, moment, request.id, line, "chat");
  draft.adopt(request.profile);
  // The line and its flow are known from here on: the visitor's next word may begin it, or take the STOP back.
  draft.pin(flow);
  if (isBack || isOptedOut(draft.memory.self, "chat")) return draft.finish();
  for (const slug of begin(draft, flow, "inbound")) draft.enrolLater(slug);
  return draft.finish();
}
