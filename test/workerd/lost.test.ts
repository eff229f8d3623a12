// Law 4: state and journal commit together and are offered until a queue takes them; poison ends where staff can see it.
// Mutants: `lost-journal` never offers again; `lost-poison` holds everything up behind one record.
import {
  createExecutionContext,
  createMessageBatch,
  evictDurableObject,
  getQueueResult,
  runDurableObjectAlarm,
  runInDurableObject,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { Inbound } from "#core/contact/memory";
import { Contact } from "../../durable-objects/contact/index.ts";
import { consume } from "../../worker/queues/index.ts";
import { openServices } from "../../worker/services.ts";
import { countedEnv } from "./counting.ts";
import {
  ask,
  contactOf,
  eventually,
  freshNumber,
  freshSid,
  LINE,
  loopFlow,
  publish,
  said,
  textRequest,
} from "./story.ts";
import { fetchWith } from "./counting.ts";

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-lost" });
});

function inbound(text: string): Inbound {
  const blank = {
    serviceSid: null,
    attachments: [],
    location: null,
    option: null,
    optOutType: null,
    profileName: null,
  };
  return { id: crypto.randomUUID(), sid: freshSid(), token: null, channel: "sms", to: LINE, text, ...blank };
}

const bodiesOf = async (person: string): Promise<string[]> => {
  const { results } = await env.DB.prepare(
    "SELECT body FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND direction = 'in' ORDER BY m.at, m.id",
  )
    .bind(person)
    .all<{ body: string }>();
  return results.map(({ body }) => body);
};

const refuse = () => Promise.reject(new Error("Queue is overloaded"));

describe("a queue that refuses", () => {
  test("does not stop the answer; the alarm offers the record again, after an eviction too", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const contact = await contactOf(person);
    await eventually(async () => (await bodiesOf(person)).length === 1);

    const now = Date.now();
    await runInDurableObject(contact, async (_object, state) => {
      const refusing = {
        ...env,
        RECORDS: { send: refuse, sendBatch: refuse },
        OUTBOUND: { send: refuse, sendBatch: refuse },
      };
      const object = new Contact(state, refusing as unknown as Env);
      const answer = await object.receive({
        address: { kind: "phone", value: person },
        inbound: inbound("kept"),
        offer: null,
        now,
      });
      expect(answer).toMatchObject({ kind: "answer", messages: [{ text: "Another, please." }] });
      await scheduler.wait(20);
      expect(state.storage.sql.exec("SELECT 1 FROM journal WHERE record IS NOT NULL").toArray()).toHaveLength(
        1,
      );
      expect(await state.storage.getAlarm()).toBeLessThanOrEqual(now + 31_000);
    });
    await evictDurableObject(contact);
    expect(await runDurableObjectAlarm(contact)).toBe(true);
    expect(
      await eventually(async () => ((await bodiesOf(person)).length === 2 ? bodiesOf(person) : null)),
    ).toEqual(["hello", "kept"]);
  });
});

describe("D1 that refuses for an hour", () => {
  test("a running conversation is answered, a new one is recorded; all of it arrives when D1 is back", async () => {
    const [known, stranger] = [freshNumber(), freshNumber()];
    await ask(known, "hello");
    const { env: bindings, fail } = countedEnv();
    fail.d1 = true;
    expect(await said(await fetchWith(bindings, textRequest(known, "one")))).toEqual(["Another, please."]);
    expect(await said(await fetchWith(bindings, textRequest(stranger, "hello")))).toEqual([]);
    expect(await said(await fetchWith(bindings, textRequest(stranger, "STOP")))).toEqual([]);

    const services = await openServices(bindings);
    const batch = createMessageBatch("partyline-records", [
      { id: "1", timestamp: new Date(0), attempts: 1, body: { kind: "erase", addressId: "nobody", at: 1 } },
    ]);
    await consume(services, batch);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result).toMatchObject({ ackAll: false, explicitAcks: [], retryMessages: [{ msgId: "1" }] });

    expect(
      await eventually(async () => ((await bodiesOf(stranger)).length === 2 ? bodiesOf(stranger) : null)),
    ).toEqual(["hello", "STOP"]);
    const notice = await env.DB.prepare(
      "SELECT n.kind FROM notices n JOIN addresses a ON a.id = n.address_id WHERE a.value = ?",
    )
      .bind(stranger)
      .first();
    expect(notice).toEqual({ kind: "unavailable" });
    expect((await (await contactOf(stranger)).snapshot()).consent.optedOut).toMatchObject({ words: "STOP" });
  });
});

describe("a record that can never be written", () => {
  test("lets the others through, and ends in the table of dead letters with its reason", async () => {
    const good = {
      kind: "stray",
      id: `stray-${crypto.randomUUID()}`,
      from: "",
      to: LINE,
      text: "anonymous",
      at: 1,
    };
    const poison: object = {
      kind: "outcome",
      messageId: null,
      addressId: null,
      status: "sent",
      sid: null,
      errorCode: null,
      at: 1,
    };
    const batch = createMessageBatch("partyline-records", [
      { id: "poison", timestamp: new Date(0), attempts: 9, body: poison },
      { id: "good", timestamp: new Date(0), attempts: 1, body: good },
    ]);
    await consume(await openServices(env), batch);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result.explicitAcks.toSorted()).toEqual(["good", "poison"]);
    expect(await env.DB.prepare("SELECT text FROM notices WHERE id = ?").bind(good.id).first()).toEqual({
      text: "From an unknown sender: anonymous",
    });
    const letter = await env.DB.prepare(
      "SELECT queue, body, error FROM dead_letters WHERE id = 'poison'",
    ).first<{ queue: string; body: string; error: string }>();
    expect(letter).toMatchObject({ queue: "records", body: JSON.stringify(poison) });
    expect(letter?.error).toContain("NOT NULL");
  });
});
