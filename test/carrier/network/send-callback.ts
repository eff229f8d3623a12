// A status callback on its way to the product, and everything that can happen to it there.
import { pause } from "../clock.ts";
import type { Exchange } from "../exchange.ts";
import { statusForm } from "../forms/status.ts";
import type { Message, StatusHook } from "../message.ts";
import { mintToken } from "../sid.ts";
import { callProduct } from "./call-product.ts";

/** Reports the message's present status to its status URL, if it has one. */
export function sendCallback(exchange: Exchange, message: Message): void {
  const hook = message.statusHook;
  if (hook === undefined) return;
  const { status, receipts } = message;
  const send = makeSender(exchange, message, hook);
  const inOrder = (): void => queue(exchange, message, send);
  const fault = exchange.faults.callbacks.take();
  switch (fault?.kind) {
    case undefined:
      inOrder();
      break;
    case "dropped":
      exchange.log.add({ kind: "callback-dropped", sid: message.sid, status });
      break;
    case "repeated":
      for (let count = 0; count < fault.times; count += 1) inOrder();
      break;
    case "late":
      void exchange.outstanding.track(pause(fault.delayMs).then(send));
      break;
    case "held":
      exchange.faults.heldCallbacks.keep(inOrder);
      break;
    case "shuffled":
      receipts.shuffled.push(send);
      break;
    default:
      fault satisfies never;
  }
}

/** At the end of a message's journey: sends what the `shuffled` fault kept back, in any order. */
export function endCallbacks(exchange: Exchange, message: Message): void {
  const { receipts } = message;
  const order = receipts.shuffled.map((send) => ({ send, place: exchange.random() }));
  receipts.shuffled = [];
  for (const { send } of order.sort((a, b) => a.place - b.place)) queue(exchange, message, send);
}

/** Callbacks of one message leave one after the other unless a fault says otherwise. */
function queue(exchange: Exchange, message: Message, send: () => Promise<void>): void {
  const { receipts } = message;
  receipts.last = exchange.outstanding.track(receipts.last.then(send));
}

function makeSender(exchange: Exchange, message: Message, hook: StatusHook): () => Promise<void> {
  const { status } = message;
  const form = statusForm(message, {
    accountSid: exchange.account.sid,
    channelInstallSid: `XE${exchange.account.sid.slice(2)}`,
    status,
    at: exchange.clock.now(),
  });
  return async () => {
    const token = mintToken(exchange.random);
    const outcome = await callProduct({
      address: hook.url,
      method: hook.method,
      form,
      token,
      authToken: exchange.account.authToken,
      deliver: exchange.deliver,
      onAttempt: (_attempt, outcome, url) =>
        exchange.log.add({ kind: "callback", sid: message.sid, status, url, form, token, outcome }),
    });
    if (outcome.kind === "answered" && outcome.status < 300) return;
    const what = outcome.kind === "answered" ? `answered ${outcome.status}` : outcome.kind;
    exchange.log.add({
      kind: "debugger",
      code: 11200,
      message: `status callback ${what}`,
      sid: message.sid,
      url: hook.url,
    });
  };
}
