// Law 2 after a restore: D1 is back and the objects are empty. What D1 knows of a person's own STOP goes along with everything.
// Mutants: `stop-restored` sends nothing along; `stop-restored-offered` does not look at it.
import { env } from "cloudflare:workers";
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { beginFlow } from "../../worker/actions/begin-flow.ts";
import { replyToPerson } from "../../worker/actions/reply-to-person.ts";
import { sendMessage } from "../../worker/actions/send-message.ts";
import { sweepUnseenReplies } from "../../worker/actions/sweep-unseen-replies.ts";
import { OWNER } from "../../worker/actor.ts";
import { openServices } from "../../worker/services.ts";
import { addLine, allAre, launch } from "./campaign.ts";
import { fakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

const LINE_ID = "line-restored";

let carrier = fakeCarrier();
beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: LINE_ID });
});
beforeEach(() => {
  carrier = fakeCarrier();
});

const services = await openServices(env);
const addressOf = (person: string) => ({ kind: "phone", value: person }) as const;
const idOf = (person: string) => services.identity.idOf(addressOf(person));

/** Somebody who texted this, and whose object then lost all it knew; D1 has every word. */
async function forgotten(...texts: readonly string[]): Promise<string> {
  const person = freshNumber();
  for (const text of texts) await ask(person, text);
  await eventually(async () => {
    const row = await env.DB.prepare(
      "SELECT count(*) AS heard FROM messages WHERE address_id = ? AND direction = 'in'",
    )
      .bind(await idOf(person))
      .first<{ heard: number }>();
    return row?.heard === texts.length;
  });
  await forget(person);
  return person;
}

async function forget(person: string): Promise<void> {
  const contact = await contactOf(person);
  await runInDurableObject(contact, (_object, state) => state.storage.deleteAll());
  await evictDurableObject(contact);
  expect((await contact.snapshot()).consent).toEqual({ optedOut: null, optedIn: null });
}

const DOORS: Readonly<Record<string, (person: string) => Promise<unknown>>> = {
  "a flow that we begin": async (person) => {
    const address = addressOf(person);
    const addressId = await idOf(person);
    const beginning = { id: crypto.randomUUID(), addressId, address, lineId: LINE_ID, flow: "loop" };
    return beginFlow(services, { ...beginning, source: "api" });
  },
  "a message by the API": async (person) =>
    sendMessage(services, OWNER, {
      id: crypto.randomUUID(),
      person: { kind: "number", to: person },
      lineId: LINE_ID,
      words: { kind: "text", text: "Hello from us.", media: [] },
      consent: "not-refused",
      isAnswer: false,
    }),
  "the staff's own words": async (person) =>
    replyToPerson(services, OWNER, { addressId: await idOf(person), lineId: LINE_ID, text: "Hello?" }),
};

const refusalOf = async (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.catch((error: unknown) => (error instanceof Error && "details" in error ? error.details : error));

describe("who said STOP before the restore", () => {
  test.each(Object.entries(DOORS))("is not reached by %s", async (_door, open) => {
    const person = await forgotten("hello", "STOP");
    expect(await refusalOf(open(person))).toMatchObject({ why: "opted-out" });
    expect(carrier.posted).toEqual([]);
  });

  test("is not reached by a campaign whose audience was frozen before the STOP", async () => {
    const person = await forgotten("hello", "STOP");
    const other = freshNumber();
    const campaign = await launch({ line: await addLine(), people: [person, other], now: Date.now() });
    await allAre(campaign, "refused", "accepted");
    expect(carrier.posted.map(({ to }) => to)).toEqual([other]);
  });

  test("is not sent the answer from before it that never arrived", async () => {
    const person = await forgotten("hello", "STOP");
    const later = { now: () => Date.now() + 180_000 };
    carrier.clock = later;
    // As the record stands when it was backed up between the two.
    await env.DB.prepare("UPDATE runs SET turn = 0, finished_at = NULL WHERE address_id = ?")
      .bind(await idOf(person))
      .run();
    expect(await sweepUnseenReplies({ ...services, clock: later })).toMatchObject({ resent: 1 });
    const status =
      "SELECT status FROM messages WHERE address_id = ? AND direction = 'out' ORDER BY id LIMIT 1";
    await eventually(async () => {
      const row = await env.DB.prepare(status)
        .bind(await idOf(person))
        .first();
      return row?.["status"] === "canceled";
    });
    expect(carrier.posted).toEqual([]);
  });

  test("gets no flow's answer either, until they say START", async () => {
    const person = await forgotten("hello", "STOP");
    expect(await ask(person, "hello again")).toEqual([]);
    await ask(person, "START");
    expect(await ask(person, "hello at last")).toEqual(["Tell me a word."]);
  });
});

describe("who said START after it", () => {
  test("is answered and may be written to", async () => {
    const person = await forgotten("hello", "STOP", "START");
    expect(await DOORS["a message by the API"]?.(person)).toMatchObject({ dueAt: null });
    expect(await ask(person, "hello again")).toEqual(["Tell me a word."]);
  });

  test("has still agreed to hear from us", async () => {
    const person = await forgotten("STOP", "START");
    const campaign = await launch({
      line: await addLine(),
      people: [person],
      now: Date.now(),
      granted: false,
    });
    expect(await allAre(campaign, "accepted", "refused")).toMatchObject([{ status: "accepted" }]);
  });
});
