// What Twilio tells of a call by itself, and everything that can happen to it on the way.
import type { Exchange } from "../exchange.ts";
import type { Form } from "../form.ts";
import { callbackDate, callForm, type Fields } from "../forms/voice.ts";
import { callProduct } from "../network/call-product.ts";
import { mintToken } from "../sid.ts";
import { isOver, type Leg, type Progress, talkSeconds } from "./leg.ts";
import type { CallbackAbout } from "./seen.ts";

export type Telling = {
  about: CallbackAbout;
  status: string;
  url: string;
  method: "POST" | "GET";
  form: Form;
};

/** Tells of a leg's progress, if its number or its `<Number>` asks for that. */
export function tellProgress(exchange: Exchange, leg: Leg, progress: Progress): void {
  const hook = leg.statusHook;
  if (hook?.events.has(progress) !== true) return;
  const seconds = talkSeconds(leg, exchange.voice.timers.now());
  const over: Fields = isOver(leg)
    ? // `Duration` is what is paid for: minutes begun.
      { CallDuration: String(seconds), Duration: String(Math.ceil(seconds / 60)) }
    : {};
  const form = callForm(leg, exchange.account.sid, leg.status, {
    Timestamp: callbackDate(exchange.clock.now()),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(leg.sequence),
    ...over,
  });
  leg.sequence += 1;
  tell(exchange, leg, { about: "call", status: leg.status, url: hook.url, method: hook.method, form });
}

/** Sends a callback about a leg, after those before it. */
export function tell(exchange: Exchange, leg: Leg, telling: Telling): void {
  const send = (): Promise<void> => post(exchange, leg, telling);
  const inOrder = (): void => queue(exchange, leg, send);
  const fault = exchange.faults.callbacks.take();
  switch (fault?.kind) {
    case undefined:
      inOrder();
      break;
    case "dropped": {
      const { about, status } = telling;
      exchange.log.add({ kind: "call-callback-dropped", sid: leg.sid, about, status });
      break;
    }
    case "repeated":
      for (let count = 0; count < fault.times; count += 1) inOrder();
      break;
    case "late":
      exchange.voice.timers.after(fault.delayMs, () => void exchange.outstanding.track(send()));
      break;
    case "held":
      exchange.faults.heldCallbacks.keep(inOrder);
      break;
    case "shuffled":
      leg.receipts.shuffled.push(send);
      if (isOver(leg)) tellShuffled(exchange, leg);
      break;
    default:
      fault satisfies never;
  }
}

/** Sends what the `shuffled` fault kept back, in any order. */
export function tellShuffled(exchange: Exchange, leg: Leg): void {
  const order = leg.receipts.shuffled.splice(0).map((send) => ({ send, place: exchange.random() }));
  for (const { send } of order.sort((a, b) => a.place - b.place)) queue(exchange, leg, send);
}

function queue(exchange: Exchange, { receipts }: Leg, send: () => Promise<void>): void {
  receipts.last = exchange.outstanding.track(receipts.last.then(send));
}

async function post(exchange: Exchange, leg: Leg, telling: Telling): Promise<void> {
  const { about, status, form } = telling;
  const token = mintToken(exchange.random);
  const outcome = await callProduct({
    address: telling.url,
    method: telling.method,
    form,
    token,
    authToken: exchange.account.authToken,
    deliver: exchange.deliver,
    onAttempt: (_attempt, outcome, url) =>
      exchange.log.add({ kind: "call-callback", sid: leg.sid, about, status, url, form, token, outcome }),
  });
  if (outcome.kind === "answered" && outcome.status < 300) return;
  const what = outcome.kind === "answered" ? `answered ${outcome.status}` : outcome.kind;
  const message = `${about} callback ${what}`;
  const code = about === "call" ? 15003 : 11200;
  exchange.log.add({ kind: "debugger", code, message, sid: leg.sid, url: telling.url });
}
