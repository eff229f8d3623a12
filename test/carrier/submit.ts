// A message the product hands over, from REST or from TwiML: checked against the block list, then on its way.
import type { Exchange } from "./exchange.ts";
import { startJourney } from "./journey.ts";
import { bareAddress, type CarrierLine } from "./line.ts";
import type { Via } from "./log.ts";
import type { Media, Message, Option, StatusHook } from "./message.ts";
import { newMessage } from "./new-message.ts";

export type Draft = {
  via: Via;
  line: CarrierLine;
  to: string;
  body: string;
  mediaUrls: readonly string[];
  options: Option[];
  statusHook: StatusHook | undefined;
  validityPeriodS?: number;
  contentSid?: string;
  approvedTemplate: boolean;
  /** Epoch ms of `SendAt`. */
  dueAt?: number;
  /** Sent by naming the messaging service, so Twilio accepts it before it picks the sender. */
  byService: boolean;
};

/** Stores the message as Twilio's answer shows it; its journey is not started yet. */
export function createOutgoing(exchange: Exchange, draft: Draft): Message {
  const media = draft.mediaUrls.map((url): Media => ({ kind: "linked", sid: exchange.mint("ME"), url }));
  const serviceSid = draft.line.messagingServiceSid;
  const message = newMessage(exchange, {
    direction: draft.via === "rest" ? "outbound-api" : "outbound-reply",
    by: "product",
    from: draft.line.address,
    to: draft.to,
    line: draft.line,
    handset: bareAddress(draft.to),
    body: draft.body,
    media,
    options: draft.options,
    status: draft.dueAt === undefined ? (draft.byService ? "accepted" : "queued") : "scheduled",
    approvedTemplate: draft.approvedTemplate,
    ...(serviceSid === undefined ? {} : { messagingServiceSid: serviceSid }),
    ...(draft.statusHook === undefined ? {} : { statusHook: draft.statusHook }),
    ...(draft.validityPeriodS === undefined ? {} : { validityPeriodS: draft.validityPeriodS }),
    ...(draft.contentSid === undefined ? {} : { contentSid: draft.contentSid }),
    ...(draft.dueAt === undefined ? {} : { dueAt: draft.dueAt }),
  });
  exchange.messages.set(message.sid, message);
  exchange.log.add({
    kind: "accepted",
    sid: message.sid,
    via: draft.via,
    from: message.from,
    to: message.to,
    body: message.body,
    ...(draft.validityPeriodS === undefined ? {} : { validityPeriodS: draft.validityPeriodS }),
  });
  return message;
}

/** Starts every scheduled message whose time has come. */
export function startDue(exchange: Exchange): void {
  const now = exchange.clock.now();
  for (const message of exchange.messages.values()) {
    if (message.status !== "scheduled" || message.dueAt === undefined || message.dueAt > now) continue;
    message.status = "accepted";
    void startJourney(exchange, message);
  }
}
