// Asking the product how a call goes on.
import type { Exchange } from "../exchange.ts";
import { callForm, type Fields } from "../forms/voice.ts";
import { callProduct, type Outcome } from "../network/call-product.ts";
import { mintToken } from "../sid.ts";
import type { Method } from "../twiml/document.ts";
import { type Place, readVoiceTwiml, type VoiceReading } from "../twiml/voice.ts";
import type { Floor } from "./attend.ts";
import type { Leg } from "./leg.ts";

export type Ask = { url: string; method: Method; fields: Fields };

/** Posts the leg's form and reads the answer; what comes late or twice is the fault's doing. */
export async function ask(floor: Floor, leg: Leg, asked: Ask, place: Place): Promise<VoiceReading> {
  const { exchange } = floor;
  const fault = exchange.faults.webhooks.take();
  if (fault?.kind === "late")
    await floor.task.rest((wake) => exchange.voice.timers.after(fault.delayMs, () => wake(0)));
  const form = callForm(leg, exchange.account.sid, leg.status, asked.fields);
  const callWith = (token: string): Promise<Outcome> =>
    callProduct({
      address: asked.url,
      method: asked.method,
      form,
      token,
      authToken: fault?.kind === "forged" ? fault.authToken : exchange.account.authToken,
      deliver: exchange.deliver,
      lostAttempts: fault?.kind === "no-connection" ? (fault.attempts ?? 1) : 0,
      lostAnswers: fault?.kind === "answer-lost" ? (fault.answers ?? 1) : 0,
      onAttempt: (attempt, outcome, url) =>
        exchange.log.add({ kind: "webhook", sid: leg.sid, url, form, token, attempt, outcome }),
    });
  const token = mintToken(exchange.random);
  if (fault?.kind !== "repeated") return readOutcome(await callWith(token), place);
  const tokens = Array.from({ length: fault.times }, (_, index) =>
    index === 0 || fault.token === "same" ? token : mintToken(exchange.random),
  );
  // A call goes on by one answer, however often the question arrives.
  if (fault.together === true) {
    const [first] = await Promise.all(tokens.map(callWith));
    return readOutcome(first, place);
  }
  let first: Outcome | undefined;
  for (const each of tokens) {
    const outcome = await callWith(each);
    first ??= outcome;
  }
  return readOutcome(first, place);
}

function readOutcome(outcome: Outcome | undefined, place: Place): VoiceReading {
  if (outcome === undefined) return { kind: "wrong", code: 11205, message: "the webhook was never called" };
  if (outcome.kind !== "answered") {
    const code = outcome.kind === "timed-out" ? 11200 : 11205;
    return { kind: "wrong", code, message: `the webhook ${outcome.kind}` };
  }
  const { status, body, contentType } = outcome;
  if (status < 200 || status > 299) {
    return { kind: "wrong", code: 11200, message: `the webhook answered ${status}` };
  }
  return readVoiceTwiml(contentType, body, place);
}

/** Where calls to a line go, absolute. */
export function lineUrl(exchange: Exchange, configured: string): string {
  return configured.startsWith("/") ? exchange.productUrl + configured : configured;
}
