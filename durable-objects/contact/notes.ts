// What a Contact writes down outside of turns, for D1: what a hand-over came to, and when it wants to be woken.
import { dueAt } from "#core/contact/keeping";
import type { Memory, Moment, Outgoing } from "#core/contact/memory";
import type { OutcomeRecord, RecipientOutcome } from "#core/record";
import type { Entry } from "../journal.ts";

export type Noted = Pick<OutcomeRecord, "status" | "sid" | "errorCode" | "at"> & { readonly reason?: string };

/** What stays of a recipient's message once it is settled: a page delivered again finds it. */
export function settledKey(messageId: string): string {
  return `message:${messageId}`;
}

export function outcomeEntry(
  { self, lines }: Memory,
  message: Outgoing,
  { reason, ...outcome }: Noted,
): Entry {
  const { id: messageId, lineId, campaign } = message;
  const { status, at } = outcome;
  const record: OutcomeRecord = {
    kind: "outcome",
    messageId,
    addressId: self.id,
    isMatchedBySid: lines[lineId]?.sender === "whatsapp-sandbox",
    ...outcome,
    ...(campaign === undefined && reason !== undefined && { reason }),
    ...(campaign !== undefined && { recipient: recipientOf(message, campaign, reason ?? null) }),
  };
  const key = campaign === undefined ? `outcome:${messageId}:${status}:${at}` : settledKey(messageId);
  return { key, at, token: null, answer: null, record };
}

function recipientOf(
  { text, media, runId, turn, node }: Outgoing,
  { id: campaignId, segments, costMicros }: NonNullable<Outgoing["campaign"]>,
  reason: string | null,
): RecipientOutcome {
  return { campaignId, segments, costMicros, text, media, runId, turn, node, reason };
}

/** A turn in which nothing happens but that the object wants to be woken by `at`. */
export function dueEntry(memory: Memory, { now, mint }: Moment, at: number): Entry {
  const id = mint();
  const { id: addressId, address } = memory.self;
  const record = {
    kind: "turn",
    id,
    at: now,
    addressId,
    address,
    lineId: null,
    heard: false,
    messages: [],
    runs: [],
    changes: [],
    consents: [],
    notices: [],
    dueAt: Math.min(at, dueAt(memory) ?? at),
  } as const;
  return { key: id, at: now, token: null, answer: null, record };
}
