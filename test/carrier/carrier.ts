// A stateful fake of Twilio: its REST API, its webhooks, its block list, and handsets to text with.
import { createExchange } from "./exchange.ts";
import { createHandset, nameHandset, type Handset, type HandsetFacts } from "./handset.ts";
import type { CarrierOptions } from "./options.ts";
import { isResendPath } from "./mail/api.ts";
import { createPostOffice, type PostOffice } from "./mail/post-office.ts";
import { createDebugger, type Debugger } from "./network/debugger.ts";
import { createPhone, isPhonePath } from "./phone/app.ts";
import { createRestApi } from "./rest/app.ts";
import type { CarrierLog } from "./log.ts";
import type { Faults } from "./faults.ts";
import { startDue } from "./submit.ts";
import { passMs } from "./voice/pass-time.ts";
import type { VoiceExchange } from "./voice/exchange.ts";

export type { CarrierLine } from "./line.ts";
export type { CarrierOptions } from "./options.ts";
export type { Handset } from "./handset.ts";
export type { Received } from "./inbox.ts";
export type { LogEntry } from "./log.ts";
export type { Call, Ending } from "./voice/call.ts";
export type { Rung } from "./voice/rung.ts";
export type { Answering } from "./voice/answering.ts";

export type Carrier = {
  /** The REST API as the product reaches it, and the phone page. */
  fetch: (request: Request) => Promise<Response>;
  /** The handset of that number (or WhatsApp user id); the same one every time. */
  handset: (number: string, facts?: HandsetFacts) => Handset;
  /** Resolves when no webhook, callback or delayed step is under way; what a fault holds back does not count. */
  settled: () => Promise<void>;
  faults: Faults;
  log: CarrierLog;
  /** Posts what the carrier complains of, once it has a URL. */
  debugger: Debugger;
  /** Resend, on the same server. */
  mail: PostOffice;
  now: () => number;
  /** WhatsApp's decision on a template, where `approvals` is by hand. */
  approveContent: (sid: string, status?: "approved" | "rejected", reason?: string) => void;
  /** Moves the carrier's clock on, as the product's moved; scheduled messages that are due go out, and calls go on. */
  advance: (byMs: number) => void;
  /** Takes over the product's time; what waited for it, such as a webhook to be tried again, happens. */
  follow: (nowMs: number) => void;
  /** Lets calls' time pass step by step, nothing really waiting: until a recording's callbacks have come, say. */
  pass: (seconds: number) => Promise<void>;
  /** How long Twilio takes for a recording and its transcript. */
  delays: VoiceExchange["delays"];
};

/** Of a carrier whose owner has no e-mails: nobody knows the key. */
const UNUSED_MAIL = { apiKey: "re_unused", webhookSecret: "whsec_" };

export function createCarrier(options: CarrierOptions): Carrier {
  const exchange = createExchange(options);
  const handsets = new Map<string, Handset>();
  const api = createRestApi(exchange);
  const mail = createPostOffice(options.mail ?? UNUSED_MAIL, exchange);
  const phone = createPhone(exchange, mail, options.chatFlows ?? []);
  return {
    fetch: async (request) => {
      if (isResendPath(request.url)) return mail.fetch(request);
      return (isPhonePath(request.url) ? phone : api).fetch(request);
    },
    handset: (number, facts) => {
      nameHandset(exchange, number, facts);
      const handset = handsets.get(number) ?? createHandset(exchange, number);
      handsets.set(number, handset);
      return handset;
    },
    settled: exchange.outstanding.settled,
    faults: exchange.faults,
    log: exchange.log,
    debugger: createDebugger(exchange),
    mail,
    now: exchange.clock.now,
    approveContent: (sid, status = "approved", reason = "") => {
      const content = exchange.contents.get(sid);
      if (content === undefined) throw new Error(`no content ${sid}`);
      content.approval = { ...content.approval, status, rejectionReason: reason };
    },
    advance: (byMs) => {
      exchange.clock.advance(byMs);
      startDue(exchange);
      exchange.voice.timers.advance(byMs);
    },
    follow: (nowMs) => {
      exchange.clock.follow(nowMs);
      startDue(exchange);
    },
    pass: (seconds) => passMs(exchange, seconds * 1000),
    delays: exchange.voice.delays,
  };
}
