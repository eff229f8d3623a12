// Law 2: once STOP is committed, no claim is granted and nothing is begun, whatever was queued, deferred or retried.
// Mutants: `stop-claims` lets a queued message go; `stop-starts` begins a flow.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { beginFlow } from "../../worker/actions/begin-flow.ts";
import { openServices } from "../../worker/services.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, contactOf, freshNumber, loopFlow, publish } from "./story.ts";
import { lineOf, statusOf } from "./records.ts";

const LATER = 60_000;

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-stop" });
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
    now: Date.now() + LATER,
  });
  if (answer.kind !== "moved" || answer.messageId === null) throw new Error("no reply was made");
  return { person, messageId: answer.messageId };
}

describe("after STOP", () => {
  test("a message that was queued before is refused its claim, and shown as refused", async () => {
    const { person, messageId } = await queued();
    await ask(person, "STOP");
    const contact = await contactOf(person);
    expect(await contact.claim({ messageId, now: Date.now() + LATER })).toMatchObject({
      kind: "refused",
      why: "opted-out",
    });
    expect(await statusOf(messageId, "refused")).toMatchObject({ status: "refused" });
  });

  test("also when the object was evicted in between", async () => {
    const { person, messageId } = await queued();
    await ask(person, "please stop texting me");
    const contact = await contactOf(person);
    await evictDurableObject(contact);
    expect(await contact.claim({ messageId, now: Date.now() + LATER })).toMatchObject({
      kind: "refused",
      why: "opted-out",
    });
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
      .reply({ address, line: await lineOf("line-stop"), text: "Wait!", now: Date.now() });
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
      await contact.reply({ address, line: await lineOf("line-stop"), text: "Hi", now: Date.now() }),
    ).toMatchObject({ kind: "refused" });
  });

  test("START undoes it", async () => {
    const person = freshNumber();
    await ask(person, "STOP");
    await scheduler.wait(5);
    await ask(person, "START");
    expect(await ask(person, "hello")).toEqual(["Tell me a word."]);
  });
});
