// Telling the product of an inbound message, as often and as badly as the fault at hand says.
import { pause } from "../clock.ts";
import type { Exchange } from "../exchange.ts";
import type { WebhookFault } from "../faults.ts";
import type { Form } from "../form.ts";
import type { Message } from "../message.ts";
import { mintToken } from "../sid.ts";
import { performAnswer } from "../twiml/perform.ts";
import { lineUrl } from "../voice/ask.ts";
import { callProduct, type Outcome } from "./call-product.ts";

/** Calls the line's webhook and carries out the answer of each idempotency token once. */
export async function notifyProduct(exchange: Exchange, message: Message, form: Form): Promise<void> {
  const fault = exchange.faults.webhooks.take();
  if (fault?.kind === "late") await pause(fault.delayMs);
  const address = lineUrl(exchange, message.line.webhookPath);
  const executed = new Set<string>();
  const callWith = async (token: string): Promise<void> => {
    const outcome = await ask(exchange, message, { address, method: "POST", form, token }, fault);
    message.heard = message.heard === true || (outcome.kind === "answered" && outcome.status < 300);
    if (executed.has(token)) return;
    if (outcome.kind === "answered") executed.add(token);
    await performAnswer(exchange, {
      inbound: message,
      url: address.split("#", 1)[0] ?? address,
      outcome,
      ask: (url, method) =>
        ask(exchange, message, { address: url, method, form, token: mintToken(exchange.random) }, undefined),
    });
  };
  const tokens = tokensFor(fault, exchange.random);
  if (fault?.kind === "repeated" && fault.together === true) {
    await Promise.all(tokens.map(callWith));
    return;
  }
  for (const token of tokens) await callWith(token);
}

function tokensFor(fault: WebhookFault | undefined, random: () => number): string[] {
  const first = mintToken(random);
  if (fault?.kind !== "repeated") return [first];
  return Array.from({ length: fault.times }, (_, index) =>
    index === 0 || fault.token === "same" ? first : mintToken(random),
  );
}

type Asked = { address: string; method: "POST" | "GET"; form: Form; token: string };

function ask(
  exchange: Exchange,
  message: Message,
  asked: Asked,
  fault: WebhookFault | undefined,
): Promise<Outcome> {
  const { form, token } = asked;
  return callProduct({
    ...asked,
    authToken: fault?.kind === "forged" ? fault.authToken : exchange.account.authToken,
    deliver: exchange.deliver,
    lostAttempts: fault?.kind === "no-connection" ? (fault.attempts ?? 1) : 0,
    lostAnswers: fault?.kind === "answer-lost" ? (fault.answers ?? 1) : 0,
    onAttempt: (attempt, outcome, url) =>
      exchange.log.add({ kind: "webhook", sid: message.sid, url, form, token, attempt, outcome }),
  });
}
