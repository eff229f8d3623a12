// An outgoing message's way from Twilio's queue to the handset, and the receipts it leaves.
import { pause } from "./clock.ts";
import type { Exchange } from "./exchange.ts";
import { findHandset, isInsideWindow, type HandsetState } from "./handset-state.ts";
import { channelOf } from "./line.ts";
import type { Message, Status } from "./message.ts";
import { endCallbacks, sendCallback } from "./network/send-callback.ts";

/** Starts the journey; resolves when the message has arrived, has failed, or waits for something. */
export function startJourney(exchange: Exchange, message: Message): Promise<void> {
  return new Promise((halted) => {
    void exchange.outstanding.track(leaveQueue(exchange, message, halted));
  });
}

async function leaveQueue(exchange: Exchange, message: Message, halted: () => void): Promise<void> {
  await pause(exchange.pace.delayMs);
  if (exchange.faults.outgoing.held) {
    exchange.faults.outgoing.keep(
      () => void exchange.outstanding.track(leaveQueue(exchange, message, halted)),
    );
    halted();
    return;
  }
  // A messaging service has picked its sender by now.
  if (message.status === "accepted") {
    setStatus(exchange, message, "queued");
    sendCallback(exchange, message);
  }
  const handset = findHandset(exchange.handsets, message.handset);
  const failure = failureOf(exchange, message, handset);
  if (failure !== undefined) {
    finish(exchange, message, "failed", failure);
    halted();
    return;
  }
  message.sentAt = exchange.clock.now();
  setStatus(exchange, message, "sending");
  setStatus(exchange, message, "sent");
  sendCallback(exchange, message);
  await reachHandset(exchange, message, handset, halted);
}

/** Why Twilio itself does not send it on, if so. */
function failureOf(exchange: Exchange, message: Message, handset: HandsetState): number | undefined {
  const now = exchange.clock.now();
  const waitedS = (now - (message.dueAt ?? message.createdAt)) / 1000;
  if (message.validityPeriodS !== undefined && waitedS > message.validityPeriodS) return 30036;
  if (message.line.kind === "whatsapp-sandbox" && !handset.joinedSandboxes.has(message.line.address))
    return 63015;
  if (channelOf(message.to) === "whatsapp" && !message.approvedTemplate) {
    if (!isInsideWindow(handset, message.line, now)) return 63016;
  }
  return handset.delivery.kind === "failed" ? handset.delivery.code : undefined;
}

async function reachHandset(
  exchange: Exchange,
  message: Message,
  handset: HandsetState,
  halted: () => void,
): Promise<void> {
  await pause(exchange.pace.delayMs);
  switch (handset.delivery.kind) {
    case "off":
      handset.waiting.push(() => {
        void exchange.outstanding.track(reachHandset(exchange, message, handset, halted));
      });
      break;
    case "undelivered":
      finish(exchange, message, "undelivered", handset.delivery.code);
      break;
    // Turned to `failed` after it had left Twilio: too late to matter.
    case "failed":
    case "normal":
      arrive(exchange, message, handset);
      setStatus(exchange, message, "delivered");
      sendCallback(exchange, message);
      halted();
      await read(exchange, message, handset);
      endCallbacks(exchange, message);
      break;
    case "no-receipt":
      arrive(exchange, message, handset);
      break;
    default:
      handset.delivery satisfies never;
  }
  halted();
}

/** WhatsApp tells when a message was looked at; SMS never does. */
async function read(exchange: Exchange, message: Message, handset: HandsetState): Promise<void> {
  if (channelOf(message.to) !== "whatsapp" || !handset.readsMessages) return;
  await pause(exchange.pace.delayMs);
  setStatus(exchange, message, "read");
  sendCallback(exchange, message);
}

/** Puts a message on the handset: the moment a person could read it. */
export function arrive(exchange: Exchange, message: Message, handset: HandsetState): void {
  handset.thread.push(message);
  exchange.log.add({
    kind: "arrived",
    sid: message.sid,
    handset: handset.number,
    line: message.line.address,
    body: message.body,
    by: message.by === "carrier" ? "carrier" : "product",
  });
  for (const listener of handset.onArrival) listener();
}

function finish(exchange: Exchange, message: Message, status: Status, errorCode: number): void {
  message.errorCode = errorCode;
  setStatus(exchange, message, status);
  sendCallback(exchange, message);
  endCallbacks(exchange, message);
}

export function setStatus(exchange: Exchange, message: Message, status: Status): void {
  message.status = status;
  message.updatedAt = exchange.clock.now();
  const { sid, errorCode } = message;
  exchange.log.add({ kind: "status", sid, status, ...(errorCode === undefined ? {} : { errorCode }) });
}
