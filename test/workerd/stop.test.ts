// Law 2: once STOP is committed, no claim is granted and nothing is begun, whatever was queued, deferred or retried.
// Mutants: `stop-claims` lets a lost answer follow; `stop-starts` begins a flow.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { beginFlow } from "../../worker/actions/begin-flow.ts";
import { openServices } from "../../worker/services.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";
import { lineOf, statusOf } from "./records.ts";

const LATER = 60_000;

const SHORT_CODE = "55501";
const PLAIN = {
  runId: null,
  turn: null,
  node: null,
  via: "rest",
  bound: false,
  media: [],
  options: [],
  content: null,
} as const;

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-stop" });
  const config = { sender: "short-code", address: SHORT_CODE } as const;
  await publish("loop-us", loopFlow, "", { id: "line-stop-us", config });
});
beforeEach(() => {
  fakeCarrier();
});

async function queued(): Promise<{ person: string; messageId: string }> {
  const person = freshNumber();
  await ask(person, "hello");
  const contact = await contactOf(person);
  const answer = await contact.reply({
    address: { kind: "phone", value: person },
    line: await lineOf("line-stop"),
    text: "Hello from us.",
    isAnswer: true,
    now: Date.now() + LATER,
  });
  if (answer.kind !== "moved" || answer.messageId === null) throw new Error("no reply was made");
  return { person, messageId: answer.messageId };
}

describe("after STOP", () => {
  test("a message that was queued before can be claimed no more, and is shown as refused; an eviction changes nothing", async () => {
    const { person, messageId } = await queued();
    await ask(person, "please stop texting me");
    const contact = await contactOf(person);
    await evictDurableObject(contact);
    expect(await contact.claim({ messageId, now: Date.now() + LATER })).toEqual({ kind: "gone" });
    expect(await statusOf(messageId, "refused")).toMatchObject({ status: "refused" });
  });

  test("an answer to HELP that was lost on its way is not made up for", async () => {
    const person = freshNumber();
    await ask(person, "help", { to: SHORT_CODE });
    const message = await eventually(() =>
      env.DB.prepare(
        "SELECT m.id, m.body, m.at FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND direction = 'out'",
      )
        .bind(person)
        .first<{ id: string; body: string; at: number }>(),
    );
    await ask(person, "STOP", { to: SHORT_CODE });
    const contact = await contactOf(person);
    const outgoing = { ...PLAIN, id: message.id, lineId: "line-stop-us", text: message.body, at: message.at };
    const now = Date.now() + LATER;
    await contact.resend({
      address: { kind: "phone", value: person },
      message: { ...outgoing, kind: "consent" },
      now,
    });
    expect(await contact.claim({ messageId: message.id, now })).toMatchObject({
      kind: "refused",
      why: "opted-out",
    });
  });

  test("its own confirmation, lost on its way, may still follow; an older one may not", async () => {
    const person = freshNumber();
    await ask(person, "STOP", { to: SHORT_CODE });
    const contact = await contactOf(person);
    const { consent } = await contact.snapshot();
    const at = consent.optedOut?.at ?? 0;
    const now = Date.now() + LATER;
    for (const [id, madeAt, kind] of [
      ["of-now", at, "granted"],
      ["of-once", at - 60_000, "refused"],
    ] as const) {
      const message = {
        ...PLAIN,
        id,
        lineId: "line-stop-us",
        text: "Stopped.",
        at: madeAt,
        kind: "opt-out",
      } as const;
      await contact.resend({ address: { kind: "phone", value: person }, message, now });
      expect(await contact.claim({ messageId: id, now })).toMatchObject({ kind });
    }
  });

  test("news of a carrier's opt-out from before a START says nothing about now", async () => {
    const person = freshNumber();
    await ask(person, "STOP");
    await ask(person, "START");
    const contact = await contactOf(person);
    const now = Date.now() + LATER;
    await contact.settle({ lineId: null, runId: null, code: 21_610, at: 1, now });
    expect(await ask(person, "hello")).toEqual(["Tell me a word."]);
    await contact.settle({ lineId: null, runId: null, code: 21_610, at: now, now });
    expect(await ask(person, "hello again")).toEqual([]);
  });

  test("no flow is begun, and no staff member's reply is taken", async () => {
    const person = freshNumber();
    await ask(person, "STOP");
    const services = await openServices(env);
    const address = { kind: "phone", value: person } as const;
    const addressId = await services.identity.idOf(address);
    const begun = await beginFlow(services, {
      id: crypto.randomUUID(),
      addressId,
      address,
      lineId: "line-stop",
      flow: "loop",
      source: "api",
    });
    expect(begun).toEqual({ kind: "refused", why: "opted-out" });
    const reply = await services
      .contact(addressId)
      .reply({ address, line: await lineOf("line-stop"), text: "Wait!", isAnswer: true, now: Date.now() });
    expect(reply).toEqual({ kind: "refused", why: "opted-out" });
  });

  test("erasing the person keeps it: the tombstone refuses still", async () => {
    const person = freshNumber();
    await ask(person, "STOP");
    const contact = await contactOf(person);
    await contact.erase({ now: Date.now() });
    await evictDurableObject(contact);
    expect(await contact.snapshot()).toMatchObject({ consent: { optedOut: { words: "" } } });
    const address = { kind: "phone", value: person } as const;
    expect(
      await contact.reply({
        address,
        line: await lineOf("line-stop"),
        text: "Hi",
        isAnswer: true,
        now: Date.now(),
      }),
    ).toMatchObject({ kind: "refused" });
  });

  test("START undoes it", async () => {
    const person = freshNumber();
    await ask(person, "STOP");
    await ask(person, "START");
    expect(await ask(person, "hello")).toEqual(["Tell me a word."]);
  });
});
