// What can happen to a leg: it begins, rings, is answered, hears something, and ends.
import type { Exchange } from "../exchange.ts";
import type { HandsetState } from "../handset-state.ts";
import { tellProgress, tellShuffled } from "./callbacks.ts";
import { type CallStatus, emit, type EndedBy, isOver, type Leg, type Sound, talkSeconds } from "./leg.ts";

type Given = Pick<Leg, "direction" | "handset" | "line" | "from" | "to" | "parent" | "status" | "statusHook">;

export function beginLeg(exchange: Exchange, given: Given): Leg {
  const leg: Leg = {
    sid: exchange.mint("CA"),
    ...given,
    startedAt: exchange.clock.now(),
    answeredAt: undefined,
    endedAt: undefined,
    rangTick: undefined,
    answeredTick: undefined,
    endedTick: undefined,
    endedBy: undefined,
    heard: [],
    own: [],
    bridges: [],
    partner: undefined,
    wants: undefined,
    listeners: new Set(),
    sequence: 0,
    receipts: { last: Promise.resolve(), shuffled: [] },
  };
  exchange.voice.legs.set(leg.sid, leg);
  leg.handset.legs.push(leg);
  return leg;
}

/** A volunteer's telephone begins to ring. */
export function ring(exchange: Exchange, leg: Leg): void {
  leg.status = "ringing";
  leg.rangTick = exchange.voice.timers.now();
  const { sid, handset, from, parent } = leg;
  exchange.log.add({ kind: "rang", sid, handset: handset.number, parentSid: parent?.sid ?? "", from });
  tellProgress(exchange, leg, "ringing");
  for (const listener of handset.onArrival) listener();
}

/** Once at most: a second answer changes nothing. */
export function answer(exchange: Exchange, leg: Leg): void {
  if (leg.answeredTick !== undefined || isOver(leg)) return;
  leg.status = "in-progress";
  leg.answeredAt = exchange.clock.now();
  leg.answeredTick = exchange.voice.timers.now();
  exchange.log.add({ kind: "answered", sid: leg.sid, handset: leg.handset.number });
  tellProgress(exchange, leg, "answered");
  emit(leg, { kind: "answered" });
}

export function hear(exchange: Exchange, leg: Leg, sound: Sound): void {
  leg.heard.push({ ...sound, at: exchange.clock.now() });
  exchange.log.add({ kind: "heard", sid: leg.sid, handset: leg.handset.number, sound });
  emit(leg, { kind: "heard", sound });
}

/** Whatever waits on the leg stops waiting; once at most. */
export function endLeg(exchange: Exchange, leg: Leg, status: CallStatus, by: EndedBy): void {
  if (isOver(leg)) return;
  leg.status = status;
  leg.endedAt = exchange.clock.now();
  leg.endedTick = exchange.voice.timers.now();
  leg.endedBy = by;
  const seconds = talkSeconds(leg, leg.endedTick);
  exchange.log.add({ kind: "hung-up", sid: leg.sid, handset: leg.handset.number, by, status, seconds });
  tellProgress(exchange, leg, "completed");
  tellShuffled(exchange, leg);
  emit(leg, { kind: "ended" });
}

/** The person with this telephone puts it down, or does not take the call. */
export function hangUp(exchange: Exchange, leg: Leg): void {
  const by = leg.direction === "inbound" ? "caller" : "volunteer";
  endLeg(exchange, leg, leg.answeredTick === undefined ? unanswered(leg) : "completed", by);
}

/** A call that is pushed away counts as busy; one that its caller gives up on, as not answered. */
function unanswered(leg: Leg): CallStatus {
  return leg.direction === "inbound" ? "no-answer" : "busy";
}

/** Whether the telephone is in use or ringing already. */
export function isBusy(handset: HandsetState): boolean {
  return handset.legs.some((leg) => !isOver(leg));
}

/** Presses a key; lost where nobody waits for one. */
export function pressKey(exchange: Exchange, leg: Leg, key: string): void {
  const wasHeard = leg.wants !== undefined || leg.partner !== undefined;
  exchange.log.add({ kind: "pressed", sid: leg.sid, handset: leg.handset.number, keys: key, wasHeard });
  leg.own.push({ text: key, at: exchange.clock.now(), after: leg.heard.length });
  emit(leg, { kind: "key", key });
}

/** Says something: to the other party, or into a recording; lost where nobody listens. */
export function speak(exchange: Exchange, leg: Leg, text: string, seconds: number): void {
  const { handset, partner } = leg;
  const wasHeard = partner !== undefined || leg.wants === "message";
  exchange.log.add({ kind: "spoke", sid: leg.sid, handset: handset.number, text, wasHeard });
  leg.own.push({ text, at: exchange.clock.now(), after: leg.heard.length });
  if (partner !== undefined) hear(exchange, partner, { kind: "voice", from: handset.number, text });
  emit(leg, { kind: "speech", text, ms: seconds * 1000 });
}
