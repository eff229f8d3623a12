// Law 2 across numbers: an opt-out at one number silences the person's others, and only a START takes it back.
// Mutants: `stop-tells` tells no object; `stop-silences` lets the claim through; `stop-rows` forgets D1.
import { env } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TurnRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { mergeContacts } from "../../worker/actions/merge-contacts.ts";
import { OWNER } from "../../worker/actor.ts";
import { readSilences } from "../../worker/db/spreads.ts";
import { readStandings } from "../../worker/db/standing.ts";
import { openServices } from "../../worker/services.ts";
import { ok } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import { lineOf, statusOf } from "./records.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

const LATER = 60_000;
const services = await openServices(env);

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-spread" });
});
let carrier = fakeCarrier();
beforeEach(async () => {
  carrier = fakeCarrier();
  await ok("PATCH /v1/settings", { optOutScope: "everywhere" });
});

const idOf = async (number: string) => services.identity.idOf({ kind: "phone", value: number });

/** A person with two numbers, of which both have written to us. */
async function twoNumbers(): Promise<{ id: string; first: string; second: string }> {
  const [first, second] = [freshNumber(), freshNumber()];
  const { id } = await ok("POST /v1/contacts", { number: first });
  await ok(`POST /v1/contacts/${id}/addresses`, { number: second });
  await ask(first, "hello");
  await ask(second, "hello");
  return { id, first, second };
}

/** A text of ours that waits to leave. */
async function queued(number: string, isAnswer = true): Promise<string> {
  const contact = await contactOf(number);
  const answer = await contact.reply({
    address: { kind: "phone", value: number },
    line: await lineOf("line-spread"),
    text: "Hello from us.",
    isAnswer,
    now: Date.now(),
  });
  if (answer.kind !== "moved" || answer.messageId === null) throw new Error("no reply was made");
  return answer.messageId;
}

async function standingOf(contactId: string, number: string, channel: "sms" | "whatsapp" = "sms") {
  const standings = await readStandings(env.DB, [contactId]);
  return standings.get(await idOf(number))?.[channel];
}

async function start(number: string) {
  const begun = await (
    await contactOf(number)
  ).start({
    address: { kind: "phone", value: number },
    request: {
      id: crypto.randomUUID(),
      line: await lineOf("line-spread"),
      profile: null,
      flow: {
        flowId: "flow-loop",
        slug: "loop",
        versionId: "version-loop",
        flow: loopFlow,
        quickReplies: {},
      },
      source: "api",
    },
    now: Date.now() + LATER,
  });
  return begun.kind === "refused" ? begun.why : begun.kind;
}

describe("STOP at one number", () => {
  test("refuses what waits for the other and begins nothing there; an eviction changes nothing", async () => {
    const { id, first, second } = await twoNumbers();
    // Full for now: the first is put off for a minute, and the second waits behind it.
    carrier.next = "too-many";
    const waiting = [await queued(second), await queued(second, false)];
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    const contact = await contactOf(second);
    await evictDurableObject(contact);
    const now = Date.now() + LATER;
    const claims = await Promise.all(waiting.map((messageId) => contact.claim({ messageId, now })));
    // The queue may have asked before us.
    for (const { kind } of claims) expect(["refused", "gone"]).toContain(kind);
    await Promise.all(waiting.map((messageId) => statusOf(messageId, "refused")));
    expect(carrier.posted.filter(({ to }) => to === second)).toEqual([]);
    expect(await start(second)).toBe("opted-out");
  });

  test("ends the conversation at the other", async () => {
    const { first, second } = await twoNumbers();
    await ask(first, "STOP");
    const contact = await contactOf(second);
    await eventually(async () => (await contact.snapshot()).conversations.length === 0);
    const run = await eventually(() =>
      env.DB.prepare("SELECT disposition, line_id FROM runs WHERE address_id = ? AND phase = 'finished'")
        .bind(contact.name)
        .first(),
    );
    expect(run).toEqual({ disposition: "refused", line_id: "line-spread" });
  });

  test("is no reason to leave them without an answer when they write from the other", async () => {
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    const contact = await contactOf(second);
    await eventually(async () => (await contact.snapshot()).conversations.length === 0);
    expect(await ask(second, "hello again")).toEqual(["Tell me a word."]);
    expect(await ask(first, "hello again")).toEqual([]);
  });

  test("START there lifts what that STOP did, at every other number", async () => {
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    await ask(first, "START");
    await eventually(async () => (await standingOf(id, second)) === "unknown");
    await eventually(async () => (await start(second)) !== "opted-out");
  });

  test("START there lifts nothing that was said at the other", async () => {
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await ask(second, "STOP");
    await eventually(async () => {
      const { results } = await env.DB.prepare("SELECT 1 FROM spreads WHERE from_id IN (?, ?)")
        .bind(await idOf(first), await idOf(second))
        .all();
      return results.length === 2;
    });
    await ask(first, "START");
    await eventually(async () => {
      const { optedIn } = (await (await contactOf(first)).snapshot()).consent;
      return optedIn !== null;
    });
    expect(await standingOf(id, second)).toBe("opted-out");
    expect(await start(second)).toBe("opted-out");
    expect(await ask(second, "hello?")).toEqual([]);
  });

  test("START at the other opens the other, and leaves the first as it is", async () => {
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    await ask(second, "START");
    await eventually(async () => (await standingOf(id, second)) === "opted-in");
    expect(await standingOf(id, first)).toBe("opted-out");
    expect(await start(second)).toBe("started");
  });

  test("reaches a number that is added later", async () => {
    const [first, second] = [freshNumber(), freshNumber()];
    const { id } = await ok("POST /v1/contacts", { number: first });
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, first)) === "opted-out");
    await ok(`POST /v1/contacts/${id}/addresses`, { number: second });
    expect(await standingOf(id, second)).toBe("opted-out");
    expect(await start(second)).toBe("opted-out");
  });

  test("stays with a number that is taken away again", async () => {
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    await ok(`DELETE /v1/contacts/${id}/addresses/${await idOf(second)}`);
    const own = await ok("POST /v1/contacts/search", { number: second });
    expect(own.data[0].id).not.toBe(id);
    expect(own.data[0].addresses[0].standings.sms).toBe("opted-out");
    expect(await start(second)).toBe("opted-out");
  });

  test("erased and given to us again, with consent and under another number as well: still silent", async () => {
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    await ok(`DELETE /v1/contacts/${id}?confirm=erase`);
    for (const number of [first, second]) {
      const again = await ok("POST /v1/contacts", { number, name: "Ada" });
      await ok(`POST /v1/contacts/${again.id}/permissions`, { kind: "grant", proof: "the list we bought" });
      expect(await standingOf(again.id, number)).toBe("opted-out");
      expect(await start(number)).toBe("opted-out");
    }
  });
});

describe("how far it reaches", () => {
  test("channel: the other numbers fall silent on that channel, and another channel stays open everywhere", async () => {
    await ok("PATCH /v1/settings", { optOutScope: "channel" });
    const { id, first, second } = await twoNumbers();
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second)) === "opted-out");
    for (const number of [first, second]) expect(await standingOf(id, number, "whatsapp")).toBe("unknown");
    expect(await start(second)).toBe("opted-out");
    expect(await ask(first, "hello?")).toEqual([]);
  });

  test("a STOP said while the object still went by the narrow setting counts as it is set now", async () => {
    await ok("PATCH /v1/settings", { optOutScope: "channel" });
    const { id, first, second } = await twoNumbers();
    await ok("PATCH /v1/settings", { optOutScope: "everywhere" });
    await ask(first, "STOP");
    await eventually(async () => (await standingOf(id, second, "whatsapp")) === "opted-out");
    expect(await standingOf(id, first, "whatsapp")).toBe("opted-out");
  });
});

const turn = (addressId: string, kind: "opt-out" | "opt-in", at: number): TurnRecord => ({
  kind: "turn",
  id: `${addressId}-${at}`,
  at,
  addressId,
  address: { kind: "phone", value: `+1${addressId.length}0${at}` },
  lineId: null,
  heard: true,
  messages: [],
  runs: [],
  changes: [],
  consents: [{ id: `${addressId}-${at}`, kind, source: "person", words: kind, at }],
  notices: [],
  dueAt: null,
});
const permute = <Item>(items: readonly Item[]): Item[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, index) =>
        permute(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
      );

/** What became of the two after all of it, in that order. */
async function end(order: readonly ("stop-a" | "start-a" | "stop-b" | "merge")[], round: number) {
  const [a, b] = [`order-a-${round}`, `order-b-${round}`];
  await applyRecords(services, [turn(a, "opt-in", 1), turn(b, "opt-in", 1)]);
  const steps = {
    "stop-a": () => applyRecords(services, [turn(a, "opt-out", 10)]),
    "start-a": () => applyRecords(services, [turn(a, "opt-in", 20)]),
    "stop-b": () => applyRecords(services, [turn(b, "opt-out", 15)]),
    merge: () => mergeContacts(services, OWNER, a, b),
  };
  for (const step of order.flatMap((step) => [step, step])) await steps[step]();
  const standings = await readStandings(env.DB, [a]);
  const silences = await readSilences(env.DB, "?1, ?2", a, b);
  const told = (id: string) =>
    silences
      .get(id)
      ?.filter(({ from }) => from !== id)
      .map(({ stoppedAt, startedAt }) => ({ stoppedAt, startedAt }));
  return { a: [standings.get(a)?.sms, told(a)], b: [standings.get(b)?.sms, told(b)] };
}

describe("the records of it and the merge of the two people", () => {
  // A's START is newer than B's STOP, and lifts at B what A's own STOP did; B's own STOP stands.
  const expected = {
    a: ["opted-in", [{ stoppedAt: 15, startedAt: 1 }]],
    b: ["opted-out", [{ stoppedAt: 10, startedAt: 20 }]],
  };
  test.each(
    permute(["stop-a", "start-a", "stop-b", "merge"] as const).map((order, round) => ({ order, round })),
  )("come to the same as $order, each of them twice", async ({ order, round }) => {
    expect(await end(order, round)).toEqual(expected);
  });
});
