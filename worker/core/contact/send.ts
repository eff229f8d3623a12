// One message that another system asks us to send, by the laws of everything we begin; an answer of the staff by theirs.
import { Draft } from "#core/contact/draft";
import type { KnownProfile, Memory, Moment, Outgoing } from "#core/contact/memory";
import { decideOffered } from "#core/contact/offered";
import type { Rules } from "#core/contact/offered";
import { isOptedOut } from "#core/contact/refusal";
import { attend } from "#core/contact/staff";
import type { Turn } from "#core/contact/turn";
import type { Claim } from "#core/contact/claim";
import type { Permission } from "#core/consent/standing";
import type { Line } from "#core/line";
import type { Address } from "#core/phone";

export interface SendRequest extends Pick<Outgoing, "text" | "media" | "content"> {
  /** The message's: the same request twice is one message. */
  readonly id: string;
  readonly address: Address;
  readonly line: Line;
  readonly profile: KnownProfile | null;
  readonly permission: Permission;
  readonly consent: Rules["consent"];
  readonly frequencyCap: Rules["frequencyCap"];
  /** As in Offered. */
  readonly begunElsewhere: number;
  /** A member of the staff answers what the person wrote in the last day: neither hours nor caps hold that up. */
  readonly isAnswer: boolean;
}

export type RefusedSend = Extract<Claim, { kind: "refused" }>["why"];

export type Send =
  /** It goes now, or at `dueAt` when the line opens for the person (epoch milliseconds). */
  | { readonly kind: "taken"; readonly turn: Turn; readonly dueAt: number | null }
  | { readonly kind: "refused"; readonly why: RefusedSend };

/** Decides whether it is taken on; `waiting` of the kind wait already and count as sent. It is claimed like any other when it goes. */
export function send(memory: Memory, request: SendRequest, waiting: number, moment: Moment): Send {
  const { id, line, isAnswer, text, media, content } = request;
  const draft = new Draft(memory, moment, moment.mint(), line, "rest");
  // A running conversation knows better than D1, which hears of its changes a little later.
  if (memory.conversations[line.id] === undefined) draft.adopt(request.profile);
  const decision = isAnswer
    ? answerable(draft.memory, line)
    : decideStart(draft.memory, request, waiting, moment.now);
  if (decision.kind === "refused") return decision;
  // It belongs to no run: the conversation that goes on meanwhile does not pass it by.
  const apart = { runId: null, turn: null, node: null, options: [] };
  const kind = isAnswer ? "staff" : "api";
  if (isAnswer) attend(draft);
  draft.send({ ...apart, lineId: line.id, kind, via: "rest", bound: !isAnswer, text, media, content }, id);
  return { kind: "taken", turn: draft.finish(), dueAt: decision.dueAt };
}

type Decision =
  | { readonly kind: "taken"; readonly dueAt: number | null }
  | Extract<Send, { kind: "refused" }>;

function answerable({ self }: Memory, { channel }: Line): Decision {
  return isOptedOut(self, channel) ? { kind: "refused", why: "opted-out" } : { kind: "taken", dueAt: null };
}

function decideStart(memory: Memory, request: SendRequest, waiting: number, now: number): Decision {
  const { id, address, line, profile, permission, begunElsewhere, text, media, content } = request;
  const { consent, frequencyCap } = request;
  const begun = [...memory.self.begun, ...Array.from({ length: waiting }, () => now - APART_ENOUGH_MS)];
  const claim = decideOffered(
    { ...memory, self: { ...memory.self, begun } },
    {
      message: {
        id,
        lineId: line.id,
        runId: null,
        turn: null,
        node: null,
        kind: "api",
        via: "rest",
        bound: true,
        text,
        media,
        options: [],
        content,
        at: now,
      },
      address,
      line,
      profile,
      permission,
      begunElsewhere,
      flow: null,
      // It speaks beside a running conversation, and interrupts none.
      rules: { hours: null, expiresAt: null, frequencyCap, consent, inConversation: "interrupt" },
    },
    now,
  );
  switch (claim.kind) {
    case "refused":
      return { kind: "refused", why: claim.why };
    case "later":
      return { kind: "taken", dueAt: claim.why === "hours" ? claim.at : null };
    case "granted":
      return { kind: "taken", dueAt: null };
    case "gone":
    case "in-doubt":
      throw new Error(`a message nobody heard of yet cannot be ${claim.kind}`);
    default:
      return claim satisfies never;
  }
}

/** A message that waits has not left: it holds up no other. */
const APART_ENOUGH_MS = 60_000;
