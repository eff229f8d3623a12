// Handing a message to the carrier: claimed in the last moment, reported on once.
import { decideClaim } from "#core/contact/claim";
import type { Claim } from "#core/contact/claim";
import type { Memory, Outgoing } from "#core/contact/memory";
import { accepted, failed } from "#core/contact/outcome";
import type { Outcome } from "#core/contact/outcome";
import type { Keeper } from "./keeper.ts";

/** A put-off shorter than this is over before the record of it would be read. */
const WORTH_NOTING_MS = 60_000;

export function claim(keeper: Keeper, messageId: string, now: number): Claim {
  keeper.meet(now);
  const { memory, outbox } = keeper;
  const decision = decideClaim(memory, outbox.find(messageId), lastHandedOverAt(memory), now);
  if (decision.kind === "gone" || decision.kind === "in-doubt") return decision;
  keeper.change(memory, now, () => {
    if (decision.kind === "granted") outbox.claimed(messageId, now);
    if (decision.kind === "later") putOff(keeper, messageId, decision.at, now);
    if (decision.kind !== "refused") return;
    outbox.drop(messageId);
    const status = decision.why === "opted-out" ? "refused" : "canceled";
    keeper.note(decision.lineId, { messageId, status, sid: null, errorCode: null, at: now });
  });
  return decision;
}

export function complete(keeper: Keeper, messageId: string, outcome: Outcome, now: number): void {
  const moment = keeper.meet(now);
  const waiting = keeper.outbox.find(messageId);
  if (waiting === null) return;
  const { message } = waiting;
  const isLast = !keeper.outbox
    .messages()
    .some(({ id, runId, turn }) => id !== messageId && runId === message.runId && turn === message.turn);
  const after =
    outcome.kind === "accepted" ? accepted(keeper.memory, message, outcome.at, isLast) : keeper.memory;
  keeper.change(after, now, () => {
    if (outcome.kind === "released") return putOff(keeper, messageId, outcome.dueAt, now);
    keeper.outbox.drop(messageId);
    const sid = outcome.kind === "accepted" ? outcome.sid : null;
    const errorCode = outcome.kind === "failed" ? outcome.code : null;
    keeper.note(message.lineId, { messageId, status: outcome.kind, sid, errorCode, at: outcome.at });
  });
  const turn =
    outcome.kind === "failed" ? failed(keeper.memory, message, outcome.code, outcome.at, moment) : null;
  if (turn !== null) keeper.commit(turn);
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

function putOff(keeper: Keeper, messageId: string, until: number, now: number): void {
  keeper.outbox.putOff(messageId, until, now);
  // Seconds are not worth a record; a minute's back-off or a night is.
  if (until >= now + WORTH_NOTING_MS) keeper.noteDue(now, until);
}

function lastHandedOverAt(memory: Memory): number | null {
  const times = Object.values(memory.conversations).flatMap(({ handedOverAt }) => handedOverAt ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
