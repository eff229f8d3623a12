// What tests inside the runtime share: a line with a flow in D1, and the webhook as Twilio calls it.
import { env, exports } from "cloudflare:workers";
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import type { Flow } from "#core/conversation/flow";
import { Hours } from "#core/hours";
import { LineConfig } from "#core/line";
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
export async function publish(slug: string, flow: Flow, keyword: string, line: { id: string; address?: string; config?: Partial<LineConfig> }): Promise<{ flowId: string; versionId: string }> {
  const [flowId, versionId] = [`flow-${slug}`, `version-${slug}`];
  const config = LineConfig.parse({ name: "Test", channel: "sms", sender: "long-code", address: line.address ?? LINE, organisation: "Partyline", hours: ALWAYS, ...line.config });
  await env.DB.batch([
    env.DB.prepare("INSERT OR IGNORE INTO lines (id, channel, address, config, created_at, changed_at) VALUES (?, ?, ?, ?, 0, 0)").bind(line.id, config.channel, config.address, JSON.stringify(config)),
    env.DB.prepare("INSERT INTO flows (id, slug, name, draft, revision, published_version_id, created_at, changed_at) VALUES (?, ?, ?, ?, 1, ?, 0, 0)").bind(flowId, slug, slug, JSON.stringify(flow), versionId),
    env.DB.prepare("INSERT INTO flow_versions (id, flow_id, number, document, quick_replies, published_at, published_by) VALUES (?, ?, 1, ?, '{}', 0, 'test')").bind(versionId, flowId, JSON.stringify(flow)),
    env.DB.prepare("INSERT INTO triggers (id, line_id, keyword, flow_id, created_at) VALUES (?, ?, ?, ?, 0)").bind(`trigger-${slug}`, line.id, keyword, flowId),
  ]);
  return { flowId, versionId };
}

/** Calls the message webhook as Twilio would; `headers` and `form` may be spoiled on purpose. */
export async function text(from: string, body: string, more: { to?: string; sid?: string; token?: string; form?: Record<string, string>; signature?: string | null } = {}): Promise<Response> {
  const form: Record<string, string> = {
    MessageSid: more.sid ?? freshSid(),
    AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
    From: from,
    To: more.to ?? LINE,
    Body: body,
    NumMedia: "0",
    ...more.form,
  };
  return call("/webhooks/twilio/messages", form, more);
}

export async function call(path: string, form: Record<string, string>, more: { token?: string; signature?: string | null } = {}): Promise<Response> {
  const url = env.PUBLIC_URL + path;
  const signature = more.signature === undefined ? getExpectedTwilioSignature(TEST_SECRETS.TWILIO_AUTH_TOKEN, url, form) : more.signature;
  return exports.default.fetch(url, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: {
      "i-twilio-idempotency-token": more.token ?? crypto.randomUUID(),
      ...(signature !== null && { "x-twilio-signature": signature }),
    },
  });
}

/** What a TwiML answer says, message by message. */
export async function said(response: Response): Promise<string[]> {
  const twiml = await response.text();
  return [...twiml.matchAll(/<Body>([\s\S]*?)<\/Body>/g)].map(([, body = ""]) =>
    body.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}

/** Asks again until it is so, for what a queue brings: at most five seconds. */
export async function eventually<Value>(look: () => Promise<Value | null | undefined | false>): Promise<Value> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await look();
    if (value) return value;
    await scheduler.wait(50);
  }
  throw new Error("it never came");
}

/** Open day and night, so that no test depends on the hour it runs at. */
export const ALWAYS = Hours.parse("Mo-Su 00:00-24:00");
