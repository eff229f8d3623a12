// What tests inside the runtime share: a line with a flow in D1, and the webhook as Twilio calls it.
import { env, exports } from "cloudflare:workers";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { Flow } from "#core/conversation/flow";
import { Hours } from "#core/hours";
import { LineConfig } from "#core/line";
import type { Contact } from "../../durable-objects/contact/index.ts";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";

export const LINE = "+15550001000";

let serial = 0;

/** A number nobody used before in this run. */
export function freshNumber(): string {
  serial += 1;
  return `+1202555${String(1000 + serial)}`;
}

export function freshSid(): string {
  return `SM${crypto.randomUUID().replaceAll("-", "")}`;
}

/** Publishes a flow and puts it behind a keyword (or "" for the catch-all) of a line. */
export async function publish(
  slug: string,
  flow: Flow,
  keyword: string,
  line: { id: string; address?: string; config?: Partial<LineConfig> },
): Promise<{ flowId: string; versionId: string }> {
  const [flowId, versionId] = [`flow-${slug}`, `version-${slug}`];
  const config = LineConfig.parse({
    name: "Test",
    channel: "sms",
    sender: "long-code",
    address: line.address ?? LINE,
    organisation: "Partyline",
    hours: ALWAYS,
    // Fast enough that no test waits for its turn, unless it is about that.
    segmentsPerSecond: 1_000,
    ...line.config,
  });
  await env.DB.batch([
    env.DB.prepare(
      "INSERT OR IGNORE INTO lines (id, channel, address, config, created_at, changed_at) VALUES (?, ?, ?, ?, 0, 0)",
    ).bind(line.id, config.channel, config.address, JSON.stringify(config)),
    env.DB.prepare(
      "INSERT INTO flows (id, slug, name, draft, revision, published_version_id, created_at, changed_at) VALUES (?, ?, ?, ?, 1, ?, 0, 0)",
    ).bind(flowId, slug, slug, JSON.stringify(flow), versionId),
    env.DB.prepare(
      "INSERT INTO flow_versions (id, flow_id, number, document, quick_replies, published_at, published_by) VALUES (?, ?, 1, ?, '{}', 0, 'test')",
    ).bind(versionId, flowId, JSON.stringify(flow)),
    env.DB.prepare(
      "INSERT INTO triggers (id, line_id, keyword, flow_id, created_at) VALUES (?, ?, ?, ?, 0)",
    ).bind(`trigger-${slug}`, line.id, keyword, flowId),
  ]);
  return { flowId, versionId };
}

interface Spoiled {
  readonly token?: string | undefined;
  /** null = none. */
  readonly signature?: string | null | undefined;
}

export interface Texting extends Spoiled {
  readonly to?: string;
  readonly sid?: string;
  readonly form?: Readonly<Record<string, string>>;
}

/** The message webhook as Twilio calls it; what is given in `more` may spoil it on purpose. */
export function textRequest(from: string, body: string, more: Texting = {}): Request {
  const form: Record<string, string> = {
    MessageSid: more.sid ?? freshSid(),
    AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
    From: from,
    To: more.to ?? LINE,
    Body: body,
    NumMedia: "0",
    ...more.form,
  };
  return signedRequest("/webhooks/twilio/messages", form, more);
}

export function signedRequest(path: string, form: Record<string, string>, more: Spoiled = {}): Request {
  const url = env.PUBLIC_URL + path;
  const expected = getExpectedTwilioSignature(TEST_SECRETS.TWILIO_AUTH_TOKEN, url, form);
  const signature = more.signature === undefined ? expected : more.signature;
  return new Request(url, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: {
      "i-twilio-idempotency-token": more.token ?? crypto.randomUUID(),
      ...(signature !== null && { "x-twilio-signature": signature }),
    },
  });
}

export function text(from: string, body: string, more: Texting = {}): Promise<Response> {
  return exports.default.fetch(textRequest(from, body, more));
}

/** Texts and reads the answer. */
export async function ask(from: string, body: string, more: Texting = {}): Promise<string[]> {
  return said(await text(from, body, more));
}

/** The object of the person at a number. */
export async function contactOf(number: string): Promise<DurableObjectStub<Contact>> {
  const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);
  return env.CONTACT.getByName(await identity.idOf({ kind: "phone", value: number }));
}

/** A question that leads to itself: every message continues, and a reminder comes after a day. */
export const loopFlow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    {
      id: "word",
      kind: "ask",
      text: { en: "Tell me a word." },
      answer: { kind: "text" },
      reminders: [{ afterMinutes: 1440 }],
      next: "again",
    },
    {
      id: "again",
      kind: "ask",
      text: { en: "Another, please." },
      answer: { kind: "text" },
      reminders: [{ afterMinutes: 1440 }],
      next: "word",
    },
  ],
});

/** What a TwiML answer says, message by message. */
export async function said(response: Response): Promise<string[]> {
  const twiml = await response.text();
  return [...twiml.matchAll(/<Body>([\s\S]*?)<\/Body>/g)].map(([, body = ""]) =>
    body
      .replaceAll("&apos;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&"),
  );
}

/** Asks again until it is so, for what a queue brings: at most a quarter of a minute. */
export async function eventually<Value>(
  look: () => Promise<Value | null | undefined | false>,
): Promise<Value> {
  for (let tries = 0; tries < 300; tries += 1) {
    const value = await look();
    if (value) return value;
    await scheduler.wait(50);
  }
  throw new Error("it never came");
}

/** Open day and night, so that no test depends on the hour it runs at. */
export const ALWAYS = Hours.parse("Mo-Su 00:00-24:00");
