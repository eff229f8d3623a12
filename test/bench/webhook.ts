// The message webhook beside an empty route and a bare object, in the same runtime: five runs, ratios.
import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { Flow } from "#core/conversation/flow";
import { Hours } from "#core/hours";
import { LineConfig } from "#core/line";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { load, median } from "./load.ts";
import type { Load } from "./load.ts";

export const RUNS = 5;
const REQUESTS = 1_500;
export const AT_ONCE = 16;
export const PEOPLE = 200;
const LINE = "+15550001000";

/** A question that leads back to itself: every message continues the conversation. */
const FLOW = Flow.parse({
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

export interface WebhookFigures {
  readonly webhook: Load;
  readonly empty: Load;
  readonly object: Load;
  /** Medians over the runs of webhook / yardstick, by requests a second. */
  readonly toEmpty: number;
  readonly toObject: number;
}

export async function measureWebhook(url: string): Promise<WebhookFigures> {
  await prepareLine(url);
  const post = (path: string, index: number) => sendText(url, path, index);
  // Everyone begins, and the runtime warms up.
  await load(PEOPLE, AT_ONCE, (index) => post("/webhooks/twilio/messages", index));
  const runs: { webhook: Load; empty: Load; object: Load }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push({
      empty: await load(REQUESTS, AT_ONCE, (index) => post("/bench/empty", index)),
      object: await load(REQUESTS, AT_ONCE, (index) => post("/bench/object", index)),
      webhook: await load(REQUESTS, AT_ONCE, (index) => post("/webhooks/twilio/messages", index)),
    });
  }
  const middle = (of: "webhook" | "empty" | "object"): Load => ({
    rate: median(runs.map((run) => run[of].rate)),
    p50Ms: median(runs.map((run) => run[of].p50Ms)),
    p99Ms: median(runs.map((run) => run[of].p99Ms)),
  });
  return {
    webhook: middle("webhook"),
    empty: middle("empty"),
    object: middle("object"),
    toEmpty: median(runs.map(({ webhook, empty }) => webhook.rate / empty.rate)),
    toObject: median(runs.map(({ webhook, object }) => webhook.rate / object.rate)),
  };
}

let serial = 0;

/** One text of one of the people. */
export function sendText(url: string, path: string, index: number): Promise<Response> {
  serial += 1;
  const form = {
    MessageSid: `SM${serial.toString(16).padStart(32, "0")}`,
    AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
    From: `+1202555${String(1000 + (index % PEOPLE))}`,
    To: LINE,
    Body: `word ${index}`,
    NumMedia: "0",
  };
  const signature = getExpectedTwilioSignature(TEST_SECRETS.TWILIO_AUTH_TOKEN, url + path, form);
  return fetch(url + path, {
    method: "POST",
    body: new URLSearchParams(form),
    headers: { "x-twilio-signature": signature, "i-twilio-idempotency-token": String(serial) },
  });
}

/** The line and its flow. */
export async function prepareLine(url: string): Promise<void> {
  const hours = Hours.parse("Mo-Su 00:00-24:00");
  const config = LineConfig.parse({
    name: "Bench",
    channel: "sms",
    sender: "long-code",
    address: LINE,
    organisation: "Bench",
    hours,
  });
  const flow = JSON.stringify(FLOW);
  const statements = [
    {
      query:
        "INSERT OR IGNORE INTO lines (id, channel, address, config, created_at, changed_at) VALUES ('line', 'sms', ?, ?, 0, 0)",
      bind: [LINE, JSON.stringify(config)],
    },
    {
      query:
        "INSERT OR IGNORE INTO flows (id, slug, name, draft, revision, published_version_id, created_at, changed_at) VALUES ('flow', 'bench', 'Bench', ?, 1, 'version', 0, 0)",
      bind: [flow],
    },
    {
      query:
        "INSERT OR IGNORE INTO flow_versions (id, flow_id, number, document, quick_replies, published_at, published_by) VALUES ('version', 'flow', 1, ?, '{}', 0, 'bench')",
      bind: [flow],
    },
    {
      query:
        "INSERT OR IGNORE INTO triggers (id, line_id, keyword, flow_id, created_at) VALUES ('trigger', 'line', '', 'flow', 0)",
      bind: [],
    },
  ];
  const response = await fetch(`${url}/bench/sql`, { method: "POST", body: JSON.stringify(statements) });
  if (!response.ok) throw new Error(`the bench could not be prepared: ${await response.text()}`);
}
