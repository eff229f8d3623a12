// `<Dial>`: a volunteer's telephone rings, is asked, and is connected with the caller's, or is not.
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
import { findHandset } from "../handset-state.ts";
import { findLine } from "../exchange.ts";
import type { DialVerb } from "../twiml/verbs.ts";
import { type Ask, ask } from "./ask.ts";
import { attend, type Floor, HungUp } from "./attend.ts";
import { bridge } from "./bridge.ts";
import { beginLeg, endLeg, hear, ring } from "./change-leg.ts";
import { tellProgress } from "./callbacks.ts";
import { isOver, type Leg, listen, talkSeconds } from "./leg.ts";
import { canRing, takeCall } from "./take-call.ts";
import type { Ran } from "./run.ts";

/** Carries out the screening document on the volunteer's leg. */
export type Screen = (child: Leg, first: Ask) => Promise<Ran>;

/** What to ask next; undefined to go on with the document. Throws `HungUp` when the caller is gone. */
export async function dial(
  floor: Floor,
  leg: Leg,
  verb: DialVerb,
  base: string,
  screen: Screen,
): Promise<Ask | undefined> {
  const { exchange } = floor;
  const child = beginChild(floor, leg, verb, base);
  const stop = listen(leg, (event) => {
    if (event.kind === "ended")
      endLeg(exchange, child, isRinging(child) ? "canceled" : "completed", "caller");
  });
  try {
    await connect(floor, leg, child, verb, base, screen);
  } catch (error) {
    if (!(error instanceof HungUp)) throw error;
  } finally {
    stop();
  }
  const next =
    verb.action === undefined
      ? undefined
      : actionOf(floor, child, verb, resolveKeepingSpelling(verb.action, base));
  if (!isOver(leg)) return next;
  // The product is told, and its answer has nobody left to hear it.
  if (next !== undefined) await ask(floor, leg, next, "call");
  throw new HungUp();
}

function actionOf({ exchange }: Floor, child: Leg, verb: DialVerb, url: string): Ask {
  const wasAnswered = child.answeredTick !== undefined;
  return {
    url,
    method: verb.method,
    fields: {
      DialCallSid: child.sid,
      DialCallStatus: child.status,
      DialCallDuration: wasAnswered ? String(talkSeconds(child, exchange.voice.timers.now())) : undefined,
      DialBridged: String(child.bridges.length > 0),
    },
  };
}

function isRinging(leg: Leg): boolean {
  return leg.answeredTick === undefined;
}

function beginChild({ exchange }: Floor, leg: Leg, verb: DialVerb, base: string): Leg {
  const { callback } = verb;
  const child = beginLeg(exchange, {
    direction: "outbound-dial",
    handset: findHandset(exchange.handsets, verb.number),
    line: leg.line,
    from: verb.callerId ?? leg.from,
    to: verb.number,
    parent: leg,
    status: "initiated",
    statusHook:
      callback === undefined ? undefined : { ...callback, url: resolveKeepingSpelling(callback.url, base) },
  });
  tellProgress(exchange, child, "initiated");
  return child;
}

async function connect(
  floor: Floor,
  leg: Leg,
  child: Leg,
  verb: DialVerb,
  base: string,
  screen: Screen,
): Promise<void> {
  const { exchange } = floor;
  const refusal = refusalOf(floor, leg, verb);
  if (refusal !== undefined) {
    fail(floor, child, refusal.code, refusal.message, base);
    return;
  }
  await awaitAnswer(floor, leg, child, verb);
  if (verb.screen !== undefined) {
    const url = resolveKeepingSpelling(verb.screen.url, base);
    const ran = await screen(child, { url, method: verb.screen.method, fields: {} });
    if (ran.kind === "wrong") {
      const { code, message } = ran;
      exchange.log.add({ kind: "debugger", code, message, sid: child.sid, url: ran.url });
      endLeg(exchange, child, "completed", "carrier");
      return;
    }
  }
  await bridge(floor, leg, child, verb);
}

async function awaitAnswer(floor: Floor, leg: Leg, child: Leg, verb: DialVerb): Promise<void> {
  const { exchange } = floor;
  hear(exchange, leg, { kind: "ringing" });
  const drop = takeCall(exchange, child);
  if (canRing(child)) ring(exchange, child);
  const answered = await attend(floor, child, {
    ms: verb.timeoutSeconds * 1000,
    take: (event) => (event.kind === "answered" ? true : undefined),
  }).finally(drop);
  if (answered === true) return;
  endLeg(exchange, child, "no-answer", "carrier");
  throw new HungUp();
}

/** Why Twilio does not even try. */
function refusalOf(
  { exchange }: Floor,
  leg: Leg,
  verb: DialVerb,
): { code: number; message: string } | undefined {
  const { callerId, number } = verb;
  if (findHandset(exchange.handsets, number).whenCalled.kind === "no-such-number") {
    return { code: 13224, message: `${number} is no number that can be called` };
  }
  // Only a number of the account's own, or the caller's, may be shown; nobody's name for hiding is a number.
  const mayShow =
    callerId === undefined ||
    (callerId.startsWith("+") && (callerId === leg.from || findLine(exchange, callerId) !== undefined));
  return mayShow ? undefined : { code: 13214, message: `callerId="${callerId}" is not the account's` };
}

function fail({ exchange }: Floor, child: Leg, code: number, message: string, url: string): void {
  exchange.log.add({ kind: "debugger", code, message, sid: child.sid, url });
  endLeg(exchange, child, "failed", "carrier");
}
