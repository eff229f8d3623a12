// Handing a message to the carrier: claimed in the last moment, reported on once.
import { decideClaim } from "#core/contact/claim";
import type { Claim, Waiting } from "#core/contact/claim";
import { abandoned } from "#core/contact/begin-offered";
import type { Moment, Outgoing } from "#core/contact/memory";
import { lastHandedOverAt } from "#core/contact/offered";
import { accepted, countBegun, failed } from "#core/contact/outcome";
import type { Outcome } from "#core/contact/outcome";
import type { Keeper } from "./keeper.ts";

/** A put-off shorter than this is over before the record of it would be read. */
const WORTH_NOTING_MS = 60_000;
/** A flow begun by a campaign whose message did not go after all waits so much longer for the campaign to come back. */
const CAMPAIGN_AWAITED_MS = 24 * 3_600_000;

export function claim(keeper: Keeper, messageId: string, now: number): Claim {
  const moment = keeper.meet(now);
  const { memory, outbox } = keeper;
  const waiting = outbox.find(messageId);
  const decision = decideClaim(memory, waiting, lastHandedOverAt(memory), now);
  if (waiting === null || decision.kind === "gone" || decision.kind === "in-doubt") return decision;
  keeper.change(memory, now, () => {
    if (decision.kind === "granted") outbox.claimed(messageId, now);
    if (decision.kind === "later") {
      // A night is nobody's refusal: what waited through one has all of a day's patience again.
      const refusedAt = decision.why === "hours" ? null : waiting.refusedAt;
      putOff(keeper, messageId, decision.at, now, refusedAt);
    }
    if (decision.kind === "refused") refuse(keeper, waiting.message, decision.why, now);
  });
  if (decision.kind === "refused") abandon(keeper, waiting.message, moment);
  return decision;
}

/** It never goes: `opted-out` and the like are the person's doing, the rest is ours. */
export function refuse(
  keeper: Keeper,
  message: Outgoing,
  why: Extract<Claim, { kind: "refused" }>["why"],
  at: number,
): void {
  keeper.outbox.drop(message.id);
  const isTheirs = why === "opted-out" || why === "suppressed" || why === "no-consent";
  const status = isTheirs ? "refused" : "canceled";
  keeper.note(message, { status, sid: null, errorCode: null, at, reason: why });
}

/** Lets go of the flow that a campaign's message was to begin. */
export function abandon(keeper: Keeper, message: Outgoing, moment: Moment): void {
  const turn = message.campaign === undefined ? null : abandoned(keeper.memory, message, moment);
  if (turn !== null) keeper.commit(turn);
}

export function complete(keeper: Keeper, messageId: string, outcome: Outcome, now: number): void {
  const moment = keeper.meet(now);
  const waiting = keeper.outbox.find(messageId);
  if (waiting === null) return;
  const { message } = waiting;
  keeper.change(afterwards(keeper, message, outcome), now, () => {
    if (outcome.kind === "released") return release(keeper, waiting, outcome, now);
    keeper.outbox.drop(messageId);
    const sid = outcome.kind === "accepted" ? outcome.sid : null;
    const errorCode = outcome.kind === "failed" ? outcome.code : null;
    keeper.note(message, { status: outcome.kind, sid, errorCode, at: outcome.at });
  });
  const turn =
    outcome.kind === "failed" ? failed(keeper.memory, message, outcome.code, outcome.at, moment) : null;
  if (turn !== null) keeper.commit(turn);
}

function afterwards({ memory, outbox }: Keeper, message: Outgoing, outcome: Outcome) {
  if (outcome.kind !== "accepted") return memory;
  const isLast = !outbox
    .messages()
    .some(({ id, runId, turn }) => id !== message.id && runId === message.runId && turn === message.turn);
  const after = accepted(memory, message, outcome.at, isLast);
  const isBegun = message.campaign !== undefined || message.kind === "api";
  return isBegun ? countBegun(after, outcome.at) : after;
}

/** A recipient's message is its campaign's to bring again; all it leaves here is the flow it began. */
function release(
  keeper: Keeper,
  { message, refusedAt }: Waiting,
  { dueAt, isRefused = false }: Extract<Outcome, { kind: "released" }>,
  now: number,
): void {
  const { id, campaign, runId } = message;
  if (campaign === undefined)
    return putOff(keeper, id, dueAt, now, isRefused ? (refusedAt ?? now) : refusedAt);
  if (runId === null) keeper.outbox.drop(id);
  else keeper.outbox.putOff(id, dueAt + CAMPAIGN_AWAITED_MS, now);
}

export function resend(keeper: Keeper, message: Outgoing, now: number): "waiting" | "passed" {
  const conversation = keeper.memory.conversations[message.lineId];
  const isSameTurn = conversation?.runId === message.runId && conversation?.state?.turn === message.turn;
  if (message.runId !== null && conversation !== undefined && !isSameTurn) return "passed";
  keeper.change(keeper.memory, now, () => {
    keeper.outbox.add(message.id, { kind: "message", message: { ...message, via: "rest" } }, now);
  });
  return "waiting";
}

function putOff(
  keeper: Keeper,
  messageId: string,
  until: number,
  now: number,
  refusedAt: number | null,
): void {
  keeper.outbox.putOff(messageId, until, now, refusedAt);
  // Seconds are not worth a record; a minute's back-off or a night is.
  if (until >= now + WORTH_NOTING_MS) keeper.noteDue(now, until);
}
