// Carrying out what the product answered to an inbound message.
import type { Exchange } from "../exchange.ts";
import { findLine } from "../exchange.ts";
import { startJourney } from "../journey.ts";
import { bareAddress, channelOf, type CarrierLine } from "../line.ts";
import type { Message, StatusHook } from "../message.ts";
import type { Outcome } from "../network/call-product.ts";
import { resolveKeepingSpelling } from "../network/resolve-url.ts";
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
    if (!URL.canParse(next.url, url)) {
      complain(exchange, answered, 11100, `<Redirect>${next.url}</Redirect> is no URL`);
      return;
    }
    url = resolveKeepingSpelling(next.url, url);
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

type Reply = Extract<Instruction, { kind: "message" }>;

async function sendReply(exchange: Exchange, answered: Answered, reply: Reply): Promise<void> {
  const { inbound } = answered;
  const line = reply.from === undefined ? inbound.line : findLine(exchange, reply.from);
  const to = reply.to ?? inbound.from;
  const code = refusalFor(exchange, line, to, reply, answered.url);
  if (line === undefined || code !== undefined) {
    const why = `<Message> to ${to} was not sent`;
    exchange.log.add({
      kind: "refused",
      via: "twiml",
      code: code ?? 21606,
      message: why,
      to,
      body: reply.body,
    });
    complain(exchange, answered, code ?? 21606, why);
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

function refusalFor(
  exchange: Exchange,
  line: CarrierLine | undefined,
  to: string,
  reply: Reply,
  base: string,
): number | undefined {
  if (line === undefined) return 21606;
  if (channelOf(to) !== channelOf(line.address)) return 21910;
  if (reply.action !== undefined && !URL.canParse(reply.action, base)) return 14105;
  return isBlocked(exchange.blocks, line, bareAddress(to)) ? 21610 : undefined;
}

/** The sandbox knows one status URL, whatever the message says. */
function statusHookOf(line: CarrierLine, reply: Reply, base: string): StatusHook | undefined {
  if (reply.action !== undefined && line.kind !== "whatsapp-sandbox") {
    return { url: resolveKeepingSpelling(reply.action, base), method: reply.method };
  }
  return line.statusUrl === undefined ? undefined : { url: line.statusUrl, method: "POST" };
}

function complain(exchange: Exchange, answered: Answered, code: number, message: string): [] {
  exchange.log.add({ kind: "debugger", code, message, sid: answered.inbound.sid, url: answered.url });
  return [];
}
