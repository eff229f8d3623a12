// What follows from records fails apart from them: whatever is away, nothing good is buried and nothing is done without.
import { createExecutionContext, createMessageBatch, getQueueResult } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { JournalRecord, MessageRecord, TurnRecord } from "#core/record";
import { consume } from "../../worker/queues/index.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { ask, contactOf, freshNumber, freshSid, loopFlow, publish } from "./story.ts";

/** Far beyond the attempts any outage of a few minutes leads to. */
const ATTEMPTS = 50;
const PICTURE = { type: "image/png", ref: `ME${"0".repeat(32)}` };

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-follow-ups" });
});

async function deliver(services: Services, ...records: JournalRecord[]) {
  const messages = records.map((body, index) => ({
    id: String(index),
    timestamp: new Date(0),
    attempts: ATTEMPTS,
    body,
  }));
  const batch = createMessageBatch("partyline-records", messages);
  await consume(services, batch);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  return { done: explicitAcks, again: retryMessages.map(({ msgId }) => msgId) };
}

const buried = async () =>
  (await env.DB.prepare("SELECT count(*) AS count FROM dead_letters").first<{ count: number }>())?.count;

function message(id: string, more: Partial<MessageRecord> = {}): MessageRecord {
  return {
    id,
    direction: "in",
    channel: "sms",
    kind: "inbound",
    via: null,
    text: "look",
    media: [],
    runId: null,
    turn: null,
    node: null,
    status: "received",
    sid: freshSid(),
    at: 1,
    ...more,
  };
}

function turn(addressId: string, messages: MessageRecord[], heard = true): TurnRecord {
  return {
    kind: "turn",
    id: crypto.randomUUID(),
    at: 1,
    addressId,
    address: { kind: "phone", value: freshNumber() },
    lineId: null,
    heard,
    messages,
    runs: [],
    changes: [],
    consents: [],
    notices: [],
    dueAt: null,
  };
}

const away = () => Promise.reject(new Error("away"));
const isRecorded = async (id: string) =>
  (await env.DB.prepare("SELECT 1 FROM messages WHERE id = ? AND kind <> ''").bind(id).first()) !== null;

describe("while something else is away", () => {
  test("the queue of jobs: the turn is recorded, and comes again for its picture", async () => {
    const services = await openServices(env);
    const [plain, pictured] = [
      message(crypto.randomUUID()),
      message(crypto.randomUUID(), { media: [PICTURE] }),
    ];
    const outbound = { ...services.outbound, send: away };
    const result = await deliver({ ...services, outbound }, turn("a-1", [plain]), turn("a-2", [pictured]));
    expect(result).toEqual({ done: ["0"], again: ["1"] });
    expect(await isRecorded(pictured.id)).toBe(true);
    expect(await buried()).toBe(0);
  });

  test("the store of files: the erasure waits, everything else is recorded", async () => {
    const services = await openServices(env);
    const id = crypto.randomUUID();
    await deliver(services, turn("e-1", [message(id)]));
    await env.DB.prepare(
      "INSERT INTO media (message_id, place, type, bytes, file, at) VALUES (?, 0, 'image/png', 1, 'media/x', 1)",
    )
      .bind(id)
      .run();
    const files = { delete: away } as unknown as R2Bucket;
    const other = message(crypto.randomUUID());
    const erasure: JournalRecord = { kind: "erase", addressId: "e-1", at: 2 };
    const result = await deliver({ ...services, files }, erasure, turn("e-2", [other]));
    expect(result).toEqual({ done: ["1"], again: ["0"] });
    expect(await isRecorded(other.id)).toBe(true);
    expect(await deliver(services, erasure)).toEqual({ done: ["0"], again: [] });
  });

  test("a person's object: the failure of their message comes again, its status is recorded", async () => {
    const services = await openServices(env);
    const messageId = crypto.randomUUID();
    const busy = { settle: away } as unknown as ReturnType<Services["contact"]>;
    const receipt: JournalRecord = {
      kind: "receipt",
      messageId,
      addressId: "busy",
      sid: freshSid(),
      status: "failed",
      errorCode: 21_610,
      at: 1,
    };
    const result = await deliver({ ...services, contact: () => busy }, receipt);
    expect(result).toEqual({ done: [], again: ["0"] });
    expect(await env.DB.prepare("SELECT status FROM messages WHERE id = ?").bind(messageId).first()).toEqual({
      status: "failed",
    });
  });

  test("a D1 that writes nothing and still reads: everything waits", async () => {
    const services = await openServices(env);
    const d1 = {
      prepare: (query: string) => env.DB.prepare(query),
      batch: () => Promise.reject(new Error("D1_ERROR: D1 DB is overloaded. Requests queued for too long.")),
    } as unknown as D1Database;
    const result = await deliver({ ...services, d1 }, turn("o-1", [message(crypto.randomUUID())]));
    expect(result).toEqual({ done: [], again: ["0"] });
    expect(await buried()).toBe(0);
  });
});

test.each([
  ["a value no table takes", { ...turn("p-1", []), addressId: null }],
  ["a kind there is none of", { kind: "gossip", at: 1 }],
  ["half a record", { kind: "turn", id: "x" }],
])("%s is buried at once, whatever is around it", async (_name, poison) => {
  const before = (await buried()) ?? 0;
  const good = message(crypto.randomUUID());
  const services = await openServices(env);
  const result = await deliver(services, poison as unknown as JournalRecord, turn("p-2", [good]));
  expect(result).toEqual({ done: ["0", "1"], again: [] });
  expect(await isRecorded(good.id)).toBe(true);
  expect(await buried()).toBe(before + 1);
  await env.DB.exec("DELETE FROM dead_letters");
});

test("a permanent failure that is told before its turn ends the run once the turn is known", async () => {
  const person = freshNumber();
  await ask(person, "hello");
  const contact = await contactOf(person);
  const addressId = contact.name ?? "";
  const [conversation] = (await contact.snapshot()).conversations;
  const services = await openServices(env);
  const messageId = crypto.randomUUID();
  const at = services.clock.now();
  const receipt: JournalRecord = {
    kind: "receipt",
    messageId,
    addressId,
    sid: freshSid(),
    status: "undelivered",
    errorCode: 30_005,
    at,
  };
  expect(await deliver(services, receipt)).toEqual({ done: [], again: ["0"] });
  expect((await contact.snapshot()).conversations).toHaveLength(1);

  const question = message(messageId, {
    direction: "out",
    kind: "flow",
    runId: conversation?.runId ?? "",
    at,
  });
  await deliver(services, { ...turn(addressId, [question]), lineId: "line-follow-ups" });
  expect(await deliver(services, receipt)).toEqual({ done: ["0"], again: [] });
  expect((await contact.snapshot()).conversations).toEqual([]);
});

test("of a turn that never came, the failure is given up after a day", async () => {
  const services = await openServices(env);
  const now = services.clock.now();
  const receipt: JournalRecord = {
    kind: "receipt",
    messageId: crypto.randomUUID(),
    addressId: crypto.randomUUID(),
    sid: freshSid(),
    status: "failed",
    errorCode: 30_005,
    at: now - 25 * 3_600_000,
  };
  expect(await deliver(services, receipt)).toEqual({ done: ["0"], again: [] });
});

test("a picture is asked for once the queue is there again", async () => {
  const services = await openServices(env);
  const asked: unknown[] = [];
  const outbound = { ...services.outbound, send: async (job: unknown) => void asked.push(job) };
  const record = turn("m-1", [message("m-1-message", { media: [PICTURE] })]);
  await deliver({ ...services, outbound: outbound as unknown as Services["outbound"] }, record);
  expect(asked).toMatchObject([{ kind: "media", messageId: "m-1-message", place: 0, mediaSid: PICTURE.ref }]);
});

const heardAt = (id: string) =>
  env.DB.prepare("SELECT last_heard_at FROM addresses WHERE id = ?").bind(id).first();

test("who was never heard was never heard, however many turns say so", async () => {
  const services = await openServices(env);
  const unheard = (at: number): TurnRecord => ({ ...turn("u-1", [], false), at });
  await deliver(services, unheard(1), unheard(2));
  await deliver(services, unheard(3));
  expect(await heardAt("u-1")).toEqual({ last_heard_at: null });
  await deliver(services, { ...turn("u-1", []), at: 4 }, unheard(5));
  expect(await heardAt("u-1")).toEqual({ last_heard_at: 4 });
});
