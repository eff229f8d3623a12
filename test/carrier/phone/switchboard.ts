// The switches of the page, turned into faults of the carrier.
import type { Exchange } from "../exchange.ts";
import type { CallbackFault, WebhookFault } from "../faults.ts";
import type { Delivery } from "../handset-state.ts";
import type { Answering } from "../voice/answering.ts";
import type { PhoneSwitches, Switches } from "./wire.ts";

/** Late enough to overtake the next message. */
const LATE_CALLBACK_MS = 8_000;

const WEBHOOK_FAULTS: Readonly<Record<Switches["webhooks"], WebhookFault | undefined>> = {
  normal: undefined,
  doubled: { kind: "repeated", times: 2, token: "same" },
  "doubled-anew": { kind: "repeated", times: 2, token: "new" },
  "answers-lost": { kind: "answer-lost", answers: Number.POSITIVE_INFINITY },
  unreachable: { kind: "no-connection", attempts: Number.POSITIVE_INFINITY },
};

const CALLBACK_FAULTS: Readonly<Record<Switches["callbacks"], CallbackFault | undefined>> = {
  normal: undefined,
  dropped: { kind: "dropped" },
  doubled: { kind: "repeated", times: 2 },
  late: { kind: "late", delayMs: LATE_CALLBACK_MS },
  shuffled: { kind: "shuffled" },
};

const DELIVERIES: Readonly<Record<PhoneSwitches["power"], Delivery>> = {
  on: { kind: "normal" },
  off: { kind: "off" },
  unreachable: { kind: "undelivered", code: 30003 },
  landline: { kind: "undelivered", code: 30006 },
};

export function turnSwitches(exchange: Exchange, switches: Switches): void {
  exchange.pace.delayMs = switches.delayMs;
  exchange.faults.webhooks.always(WEBHOOK_FAULTS[switches.webhooks]);
  exchange.faults.callbacks.always(CALLBACK_FAULTS[switches.callbacks]);
}

const ANSWERS: Readonly<Record<PhoneSwitches["calls"], Answering>> = {
  rings: { kind: "rings" },
  accepts: { kind: "answers", presses: "1" },
  mailbox: { kind: "mailbox" },
  busy: { kind: "busy" },
  "no-such-number": { kind: "no-such-number" },
};

export function answeringOf(calls: PhoneSwitches["calls"]): Answering {
  return ANSWERS[calls];
}

/** What the switch shows of a handset that a test or the demo has told what to do. */
export function callsOf(answering: Answering): PhoneSwitches["calls"] {
  switch (answering.kind) {
    case "answers":
      return "accepts";
    case "rejects":
      return "busy";
    case "rings":
    case "mailbox":
    case "busy":
    case "no-such-number":
      return answering.kind;
    default:
      return answering satisfies never;
  }
}

export function deliveryOf(power: PhoneSwitches["power"]): Delivery {
  return DELIVERIES[power];
}

export function powerOf(delivery: Delivery): PhoneSwitches["power"] {
  switch (delivery.kind) {
    case "normal":
    case "no-receipt":
      return "on";
    case "off":
      return "off";
    case "undelivered":
    case "failed":
      return delivery.code === 30006 ? "landline" : "unreachable";
    default:
      return delivery satisfies never;
  }
}
