// Carrying out what the product answered to an inbound message.
import type { Exchange } from "../exchange.ts";
import { findLine } from "../exchange.ts";
import { startJourney } from "../journey.ts";
import type { CarrierLine } from "../line.ts";
import type { Message, StatusHook } from "../message.ts";
import type { Outcome } from "../network/call-product.ts";
import { createOutgoing } from "../submit.ts";
import { isBlocked } from "../words.ts";
import { type Instruction, readMessagingTwiml } from "./messaging.ts";

export type Answered = {
  inbound: Message;
  /** The URL that gave the answer: relative ones resolve against it. */
  url: string;
  outcome: Outcome;
  /** Asks another URL of the product with the same form, for `<Redirect>`. */
  ask: (url: string, method: "POST" | "GET") => Promise<Outcome>;
};

/** Twilio stops following somewhere; where is not documented. */
const REDIRECTS_MAX = 10;

/** Sends what the answer says; resolves when every reply has arrived, failed or waits for something. */
export async function performAnswer(exchange: Exchange, answered: Answered): Promise<void> {
  let { url, outcome } = answered;
  for (let hops = 0; hops <= REDIRECTS_MAX; hops += 1) {
    const next = await performOnce(exchange, { ...answered, url, outcome });
    if (next === undefined) return;
    url = new URL(next.url, url).href;
    outcome = await answered.ask(url, next.method);
  }
  complain(exchange, answered, 11215, `more than ${REDIRECTS_MAX} redirects`);
}

async function performOnce(
  exchange: Exchange,
  answered: Answered,
): Promise<{ url: string; method: "POST" | "GET" } | undefined> {
  for (const instruction of instructionsOf(exchange, answered)) {
    if (instruction.kind === "redirect") return instruction;
    await sendReply(exchange, answered, instruction);
  }
  return undefined;
}

function instructionsOf(exchange: Exchange, answered: Answered): Instruction[] {
  const { outcome } = answered;
  if (outcome.kind !== "answered") {
    const code = outcome.kind === "timed-out" ? 11200 : 11205;
    return complain(exchange, answered, code, `the webhook ${outcome.kind}`);
  }
  if (outcome.status < 200 || outcome.status > 299) {
    return complain(exchange, answered, 11200, `the webhook answered ${outcome.status}`);
  }
  if (outcome.body === "" && outcome.contentType === "") return [];
  const reading = readMessagingTwiml(outcome.contentType, outcome.body);
  if (reading.kind === "wrong") return complain(exchange, answered, reading.code, reading.message);
  return reading.instructions;
}

async function sendReply(
  exchange: Exchange,
  answered: Answered,
  reply: Extract<Instruction, { kind: "message" }>,
): Promise<void> {
  const { inbound } = answered;
  const line = reply.from === undefined ? inbound.line : findLine(exchange, reply.from);
  const to = reply.to ?? inbound.from;
  const refusal = line === undefined ? 21606 : refusalFor(exchange, line, to);
  if (line === undefined || refusal !== undefined) {
    const code = refusal ?? 21606;
    exchange.log.add({ kind: "refused", via: "twiml", code, message: "TwiML reply", to, body: reply.body });
    complain(exchange, answered, code, `<Message> to ${to} was not sent`);
    return;
  }
  const message = createOutgoing(exchange, {
    via: "twiml",
    line,
    to,
    body: reply.body,
    mediaUrls: reply.mediaUrls,
    options: [],
    statusHook: statusHookOf(line, reply, answered.url),
    approvedTemplate: false,
    byService: false,
  });
  await startJourney(exchange, message);
}

function refusalFor(exchange: Exchange, line: CarrierLine, to: string): number | undefined {
  const bare = to.replace(/^whatsapp:/, "");
  if (to.startsWith("whatsapp:") !== line.address.startsWith("whatsapp:")) return 21910;
  return isBlocked(exchange.blocks, line, bare) ? 21610 : undefined;
}

/** The sandbox knows one status URL, whatever the message says. */
function statusHookOf(
  line: CarrierLine,
  reply: Extract<Instruction, { kind: "message" }>,
  base: string,
): StatusHook | undefined {
  if (reply.action !== undefined && line.kind !== "whatsapp-sandbox") {
    return { url: resolveKeepingSpelling(reply.action, base), method: reply.method };
  }
  return line.statusUrl === undefined ? undefined : { url: line.statusUrl, method: "POST" };
}

/** An absolute URL stays as spelt, because that spelling is what gets signed. */
function resolveKeepingSpelling(url: string, base: string): string {
  return URL.canParse(url) ? url : new URL(url, base).href;
}

function complain(exchange: Exchange, answered: Answered, code: number, message: string): [] {
  exchange.log.add({ kind: "debugger", code, message, sid: answered.inbound.sid, url: answered.url });
  return [];
}
