// Days of a community in the record, for what tells of them: so much of everything on each day, and names to quote.
import { env } from "cloudflare:workers";
import { DigestConfig } from "#core/digest/config";
import { idFloor } from "#core/id";
import { createDigest } from "../../worker/actions/create-digest.ts";
import { sendDigests } from "../../worker/actions/send-digests.ts";
import { OWNER } from "../../worker/actor.ts";
import type { DigestRow } from "../../worker/db/digests.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const TUESDAY = Date.parse("2031-07-08T00:00Z");

let serial = 0;

/** Unlike any other; in the order of time, as those are that objects mint. */
function idAt(at: number): string {
  serial += 1;
  return idFloor(at).slice(0, 24) + String(serial).padStart(12, "0");
}

interface Day {
  readonly startsAt: number;
  /** Of each kind of thing. */
  readonly times: number;
}

const FLOW = {
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "stars", kind: "ask", text: { en: "Stars?" }, answer: { kind: "rating", min: 1, max: 5 } },
    { id: "why", kind: "ask", text: { en: "Why?" }, answer: { kind: "text" } },
  ],
};

/** What every day refers to: a flow, and a person who is called Ann. */
async function seedPeople(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO flows (id, slug, name, draft, revision, created_at, changed_at) VALUES ('flow', 'review', 'Product review', '{}', 1, 0, 0) ON CONFLICT DO NOTHING",
    ),
    env.DB.prepare(
      "INSERT INTO flow_versions (id, flow_id, number, document, quick_replies, published_at, published_by) VALUES ('version', 'flow', 1, ?, '[]', 0, 'owner') ON CONFLICT DO NOTHING",
    ).bind(JSON.stringify(FLOW)),
    env.DB.prepare(
      "INSERT INTO contacts (id, name, created_at) VALUES ('ann', 'Ann', 0) ON CONFLICT DO NOTHING",
    ),
    env.DB.prepare(
      "INSERT INTO addresses (id, contact_id, kind, value) VALUES ('ann-phone', 'ann', 'phone', '+12025550123') ON CONFLICT DO NOTHING",
    ),
  ]);
}

/** Of each `times`: 3 texts in, 4 out (one of them failed), a finished run, one that was begun only, an opt-out, a category, 2 calls, a notice. */
export async function seedDay({ startsAt, times }: Day): Promise<void> {
  const statements: D1PreparedStatement[] = [];
  const add = (table: string, row: Readonly<Record<string, string | number | null>>) => {
    const names = Object.keys(row);
    statements.push(
      env.DB.prepare(
        `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
      ).bind(...Object.values(row)),
    );
  };
  const message = (at: number, direction: "in" | "out", status: string, rank: number, code: number | null) =>
    add("messages", {
      id: idAt(at),
      address_id: "ann-phone",
      direction,
      channel: "sms",
      kind: "flow",
      body: "",
      media: "[]",
      status,
      rank,
      error_code: code,
      receipts: "[]",
      at,
    });
  for (let time = 0; time < times; time += 1) {
    const at = startsAt + 9 * 60 * MINUTE + time * MINUTE;
    for (let text = 0; text < 3; text += 1) message(at, "in", "received", 100, null);
    for (let text = 0; text < 3; text += 1) message(at, "out", "delivered", 54, null);
    message(at, "out", "undelivered", 53, 30_005);
    const answer = (value: string | number) => ({ value, label: String(value), words: "", at, turn: 1 });
    const answers = JSON.stringify({ stars: answer(1), why: answer("It broke.") });
    for (const isFinished of [true, false])
      add("runs", {
        id: idAt(at),
        flow_id: "flow",
        version_id: "version",
        address_id: "ann-phone",
        line_id: "line",
        source: "inbound",
        phase: isFinished ? "finished" : "asking",
        turn: 1,
        language: "en",
        disposition: isFinished ? "completed" : null,
        answers: isFinished ? answers : "{}",
        variants: "{}",
        visits: "{}",
        started_at: at,
        finished_at: isFinished ? at : null,
      });
    add("consents", {
      address_id: idAt(at),
      id: idAt(at),
      kind: "opt-out",
      source: "person",
      words: "STOP",
      at,
    });
    add("categories", {
      contact_id: idAt(at),
      funnel: "lead",
      category: "hot",
      changed_at: at,
      source: "flow",
    });
    for (const outcome of ["answered", "missed"])
      add("calls", {
        id: idAt(at),
        helpline_id: "group",
        number: "+12025550100",
        seq: 1,
        state: "ended",
        language: "en",
        trace: "[]",
        started_at: at,
        ended_at: at,
        outcome,
      });
    add("notices", { id: idAt(at), kind: "doubtful", text: "stop it, please", address_id: "ann-phone", at });
  }
  for (let from = 0; from < statements.length; from += 100)
    await env.DB.batch(statements.slice(from, from + 100));
}

/** Rows that `seedDay` writes for a day that is told. */
export const ROWS_A_TIME = 14;

async function forgetDays(): Promise<void> {
  const tables = [
    "messages",
    "runs",
    "consents",
    "categories",
    "calls",
    "notices",
    "alarms",
    "emails",
    "digests",
    "campaigns",
  ];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
}

export interface WrittenDigest {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly unsubscribeUrl: string | null;
}

export interface DigestWorld {
  readonly services: Services;
  readonly now: () => number;
  readonly moveTo: (time: number) => void;
  /** What was offered to the queue of e-mails. */
  readonly offered: readonly string[];
  readonly subscribe: (more?: object) => Promise<DigestRow>;
  /** Oldest first. */
  readonly emails: () => Promise<readonly WrittenDigest[]>;
  /** Cron at that time, so many times side by side; the subjects of all digests so far. */
  readonly tickAt: (time: number, times?: number) => Promise<readonly string[]>;
}

async function emails(): Promise<readonly WrittenDigest[]> {
  const { results } = await env.DB.prepare(
    "SELECT id, subject, body, unsubscribe_url AS unsubscribeUrl FROM emails WHERE kind = 'digest' ORDER BY created_at",
  ).all<WrittenDigest & Record<string, unknown>>();
  return results;
}

/** A Tuesday morning at ten, with a record of nothing. */
export async function openDigests(): Promise<DigestWorld> {
  await forgetDays();
  await seedPeople();
  let now = TUESDAY + 10 * HOUR;
  const offered: string[] = [];
  const email = {
    sendBatch: (messages: Iterable<MessageSendRequest<{ emailId: string }>>) => {
      for (const { body } of messages) offered.push(body.emailId);
      return Promise.resolve();
    },
  } as unknown as Services["email"];
  const services = { ...(await openServices(env)), clock: { now: () => now }, email };
  return {
    services,
    now: () => now,
    moveTo: (time) => {
      now = time;
    },
    offered,
    subscribe: (more = {}) =>
      createDigest(services, OWNER, DigestConfig.parse({ email: "ann@example.org", ...more })),
    emails,
    tickAt: async (time, times = 1) => {
      now = time;
      await Promise.all(Array.from({ length: times }, () => sendDigests(services)));
      return (await emails()).map(({ subject }) => subject);
    },
  };
}
