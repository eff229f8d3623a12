// Law 3: a webhook delivered five times has the effect of one; a queue message delivered five times sends one SMS.
// Mutants: `once-received` (dedupe) answers by itself; `once-sent` (open claim) sends twice.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { handOverMessage } from "../../worker/actions/hand-over-message.ts";
import { openServices } from "../../worker/services.ts";
import { fakeCarrier, take } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import {
  ask,
  contactOf,
  eventually,
  freshNumber,
  freshSid,
  loopFlow,
  LINE,
  publish,
  said,
  text,
} from "./story.ts";
import { lineOf, statusOf } from "./records.ts";

const HOUR_MS = 3_600_000;

let carrier: FakeCarrier;
beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-once" });
});
beforeEach(() => {
  carrier = fakeCarrier();
});

async function waiting(
  words = "A person here.",
): Promise<{ person: string; addressId: string; messageId: string }> {
  const person = freshNumber();
  await ask(person, "hello");
  const contact = await contactOf(person);
  // A line of its own: what the carrier makes one wait for holds up no other.
  const line = { ...(await lineOf("line-once")), id: crypto.randomUUID() };
  // The staff's own words leave by REST; the test hands them over itself.
  const answer = await contact.reply({
    address: { kind: "phone", value: person },
    line,
    text: words,
    isAnswer: true,
    now: Date.now() + 60_000,
  });
  if (answer.kind !== "moved" || answer.messageId === null) throw new Error("no reply was made");
  return { person, addressId: contact.name ?? "", messageId: answer.messageId };
}

async function handOver(addressId: string, messageId: string, aheadMs = 60_000): Promise<number | null> {
  const services = await openServices(env);
  const now = Date.now() + aheadMs;
  const clock = { now: () => now };
  carrier.clock = clock;
  return handOverMessage({ ...services, clock }, addressId, messageId);
}

const sentTo = (person: string) => carrier.posted.filter(({ to }) => to === person);

/** Four hundred webhooks take as long as they take on a busy machine. */
const MUCH = { timeout: 60_000 };

describe("a webhook that comes again", () => {
  test("with the same token gets the same answer, five times, and counts once", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const [sid, token] = [freshSid(), crypto.randomUUID()];
    const first = await (await text(person, "one", { sid, token })).text();
    for (let time = 0; time < 4; time += 1)
      expect(await (await text(person, "one", { sid, token })).text()).toBe(first);
    expect(await ask(person, "two")).toEqual(["Tell me a word."]);
  });

  test("with another token gets an empty answer: one message is never answered twice", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const sid = freshSid();
    expect(await ask(person, "one", { sid })).toEqual(["Another, please."]);
    expect(await ask(person, "one", { sid })).toEqual([]);
  });

  test(
    "200 messages of one person at once, shuffled and doubled: each applied once, none dropped",
    MUCH,
    async () => {
      const person = freshNumber();
      await ask(person, "hello");
      const messages = Array.from({ length: 200 }, (_, index) => ({
        body: `word ${index}`,
        sid: freshSid(),
        token: crypto.randomUUID(),
      }));
      const shuffled = [...messages, ...messages].toSorted(
        (a, b) => a.token.localeCompare(b.token) || (a.body < b.body ? 1 : -1),
      );
      const answers = await Promise.all(
        shuffled.map(async ({ body, ...more }) => said(await text(person, body, more))),
      );
      expect(answers.every((answer) => answer.length === 1)).toBe(true);
      const bodies = await eventually(async () => {
        const { results } = await env.DB.prepare(
          "SELECT body FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND direction = 'in'",
        )
          .bind(person)
          .all<{ body: string }>();
        return results.length >= 201 ? results.map(({ body }) => body) : null;
      });
      expect(bodies.toSorted()).toEqual(["hello", ...messages.map(({ body }) => body)].toSorted());
      // 200 answers to questions that take turns: the last one asks what the first did.
      expect(await ask(person, "last")).toEqual(["Another, please."]);
    },
  );
});

describe("a message that waits to leave", () => {
  test("leaves once, however often its job is delivered", async () => {
    const { person, addressId, messageId } = await waiting();
    for (let time = 0; time < 5; time += 1) await handOver(addressId, messageId);
    await eventually(async () => sentTo(person).length > 0);
    expect(sentTo(person)).toMatchObject([{ body: "A person here." }]);
  });

  test("leaves once when five consumers have it at the same time", async () => {
    const { person, addressId, messageId } = await waiting();
    await Promise.all(Array.from({ length: 5 }, () => handOver(addressId, messageId)));
    expect(sentTo(person)).toHaveLength(1);
  });

  test("claimed by a consumer that died before the POST: unknown, never a second SMS", async () => {
    const { person, addressId, messageId } = await waiting();
    const contact = await contactOf(person);
    expect((await contact.claim({ messageId, now: Date.now() + 60_000 })).kind).toBe("granted");
    await handOver(addressId, messageId, 120_000);
    expect(await statusOf(messageId, "unknown")).toMatchObject({ status: "unknown" });
    expect(sentTo(person)).toHaveLength(0);
  });

  test("accepted, but the answer was lost: found at the carrier, and known to be sent", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.next = "accept-and-hang-up";
    await handOver(addressId, messageId);
    expect(await statusOf(messageId, "accepted")).toMatchObject({
      status: "accepted",
      sid: sentTo(person)[0]?.sid,
    });
    await handOver(addressId, messageId, 180_000);
    expect(sentTo(person)).toHaveLength(1);
  });

  test("a POST that breaks before the carrier has it, with the carrier away: unknown", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.next = "hang-up";
    carrier.canLookUp = false;
    await handOver(addressId, messageId);
    expect(await statusOf(messageId, "unknown")).toMatchObject({ status: "unknown" });
    expect(sentTo(person)).toHaveLength(0);
  });

  test("an older message of the same words does not pass for it", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.clock = { now: () => Date.now() + 50_000 };
    take(carrier, person, "A person here.");
    carrier.next = "hang-up";
    await handOver(addressId, messageId);
    expect(await statusOf(messageId, "unknown")).toMatchObject({ status: "unknown", sid: null });
  });

  test("what the carrier trimmed is still the same message", async () => {
    const { person, addressId, messageId } = await waiting("  A person\n\nhere. ");
    carrier.next = "hang-up";
    carrier.clock = { now: () => Date.now() + 61_000 };
    const sid = take(carrier, person, "A person here.");
    await handOver(addressId, messageId);
    expect(await statusOf(messageId, "accepted")).toMatchObject({ sid });
  });

  test.each([{ code: 20_003, status: 401 }, { code: 20_003 }, { code: 70_051, status: 403 }])(
    "credentials that fail (%j) are no fault of the message: it waits, and leaves when they work",
    async (refusal) => {
      const errors = vi.spyOn(console, "error");
      const { person, addressId, messageId } = await waiting();
      carrier.next = refusal;
      await handOver(addressId, messageId);
      expect(sentTo(person)).toHaveLength(0);
      expect(errors.mock.lastCall?.[0]).toContain("TWILIO_API_KEY, TWILIO_AUTH_TOKEN");
      await handOver(addressId, messageId, 180_000);
      expect(sentTo(person)).toHaveLength(1);
    },
  );

  test("what the carrier has refused for now for a day has failed", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.next = "too-many";
    await handOver(addressId, messageId);
    carrier.next = "too-many";
    await handOver(addressId, messageId, 25 * HOUR_MS);
    expect(await statusOf(messageId, "failed")).toMatchObject({ error_code: 20_429 });
    await handOver(addressId, messageId, 26 * HOUR_MS);
    expect(sentTo(person)).toHaveLength(0);
  });

  test("what waited for days for other reasons has a whole day of the carrier's refusals before it", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.next = "too-many";
    await handOver(addressId, messageId, 60 * HOUR_MS);
    await handOver(addressId, messageId, 61 * HOUR_MS);
    expect(sentTo(person)).toHaveLength(1);
  });

  test("429 is not processed at the carrier: it waits, and leaves later", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.next = "too-many";
    await handOver(addressId, messageId);
    expect(sentTo(person)).toHaveLength(0);
    await handOver(addressId, messageId, 180_000);
    expect(sentTo(person)).toHaveLength(1);
  });

  test("the carrier knows of a STOP we do not (21610): it becomes the person's own", async () => {
    const { person, addressId, messageId } = await waiting();
    carrier.next = { code: 21_610 };
    await handOver(addressId, messageId);
    const contact = await contactOf(person);
    expect((await contact.snapshot()).consent.optedOut).toMatchObject({ words: "carrier error 21610" });
    expect(await ask(person, "hello", { to: LINE })).toEqual([]);
  });
});
