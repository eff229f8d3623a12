// What cron looks after: replies the carrier never saw, and alarms that were lost.
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { sweepLostAlarms } from "../../worker/actions/sweep-lost-alarms.ts";
import { sweepUnseenReplies } from "../../worker/actions/sweep-unseen-replies.ts";
import { advanceDemoClock } from "../../worker/clock.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { fakeCarrier, take } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { statusOf } from "./records.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const [WORD, ANOTHER] = ["Tell me a word.", "Another, please."];
const SHORT_LINE = "+15550005000";
const shortFlow = Flow.parse({
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "name", kind: "ask", text: { en: "Your name?" }, answer: { kind: "text" }, next: "thanks" },
    { id: "thanks", kind: "say", text: { en: "Thank you." }, next: "end" },
  ],
});
let carrier: FakeCarrier;

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-sweeps" });
  await publish("short", shortFlow, "", { id: "line-sweeps-short", address: SHORT_LINE });
});
beforeEach(async () => {
  carrier = fakeCarrier();
  carrier.clock = (await openServices(env)).clock;
});

/** The services after so much more time: the demo's clock only moves forward. */
async function later(ms: number): Promise<Services> {
  await advanceDemoClock(env.DB, ms);
  return openServices(env);
}

/** Our replies to a person as the record has them, oldest first. */
async function repliesTo(person: string, count: number): Promise<readonly Reply[]> {
  return eventually(async () => {
    const { results } = await env.DB.prepare(
      `SELECT m.id, m.body, m.status, m.sid FROM messages m JOIN addresses a ON a.id = m.address_id
        WHERE a.value = ? AND direction = 'out' ORDER BY m.id`,
    )
      .bind(person)
      .all<Reply & Record<string, unknown>>();
    return results.length === count ? results : null;
  });
}

interface Reply {
  readonly id: string;
  readonly body: string;
  readonly status: string;
  readonly sid: string | null;
}

/** What waits to leave, straight from the person's object. */
async function waitingFor(person: string): Promise<number> {
  return runInDurableObject(
    await contactOf(person),
    (_object, state) => state.storage.sql.exec("SELECT 1 FROM outbox").toArray().length,
  );
}

const sentTo = (person: string) => carrier.posted.filter(({ to }) => to === person).map(({ body }) => body);
const isSentTo = (person: string, ...bodies: readonly string[]) =>
  eventually(async () => sentTo(person).length >= bodies.length).then(() =>
    expect(sentTo(person)).toEqual(bodies),
  );

describe("a TwiML reply without a word from the carrier", () => {
  test("that the carrier never saw goes by REST, under the same id", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const [reply] = await repliesTo(person, 1);
    await sweepUnseenReplies(await later(3 * MINUTE));
    await isSentTo(person, WORD);
    const sent = carrier.posted.find(({ to }) => to === person);
    expect(sent?.form.get("StatusCallback")).toContain(`m=${reply?.id}`);
    expect(await statusOf(reply?.id ?? "", "accepted")).toMatchObject({ sid: sent?.sid });
  });

  test("is left alone for two minutes", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await repliesTo(person, 1);
    await sweepUnseenReplies(await later(MINUTE));
    expect(await waitingFor(person)).toBe(0);
  });

  test("that the carrier has is known to be sent, and not sent again", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const [reply] = await repliesTo(person, 1);
    const sid = take(carrier, person, WORD);
    await sweepUnseenReplies(await later(3 * MINUTE));
    expect(await waitingFor(person)).toBe(0);
    expect(await statusOf(reply?.id ?? "", "accepted")).toMatchObject({ sid });
  });

  test("that the conversation has passed by is not sent any more", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await ask(person, "one");
    const [first] = await repliesTo(person, 2);
    await sweepUnseenReplies(await later(3 * MINUTE));
    expect(await statusOf(first?.id ?? "", "canceled")).toMatchObject({ status: "canceled" });
    await isSentTo(person, ANOTHER);
  });

  test("whose run is over is not sent any more; the words the run ended with are", async () => {
    const person = freshNumber();
    await ask(person, "hello", { to: SHORT_LINE });
    await ask(person, "Zoe", { to: SHORT_LINE });
    const [question] = await repliesTo(person, 2);
    await sweepUnseenReplies(await later(3 * MINUTE));
    expect(await statusOf(question?.id ?? "", "canceled")).toMatchObject({ status: "canceled" });
    await isSentTo(person, "Thank you.");
  });

  test.each(["known to be that one's", "not known yet"])(
    "is not hidden by an older one of the same words, its id %s",
    async (known) => {
      const person = freshNumber();
      await ask(person, "hello");
      const sid = take(carrier, person, WORD);
      await ask(person, "one");
      take(carrier, person, ANOTHER);
      await ask(person, "two");
      const [first] = await repliesTo(person, 3);
      if (known === "known to be that one's") await receipt(person, first?.id ?? "", sid);
      await sweepUnseenReplies(await later(3 * MINUTE));
      const status = known === "not known yet" ? "accepted" : "sent";
      expect(await statusOf(first?.id ?? "", status)).toMatchObject({ sid });
      await isSentTo(person, WORD);
    },
  );

  test("is not hidden by one that was sent before it was written", async () => {
    const person = freshNumber();
    take(carrier, person, WORD);
    await later(MINUTE);
    await ask(person, "hello");
    await repliesTo(person, 1);
    await sweepUnseenReplies(await later(3 * MINUTE));
    await isSentTo(person, WORD);
  });

  test("is not sent on a guess: a look-up that fails changes nothing", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await repliesTo(person, 1);
    carrier.canLookUp = false;
    expect(await sweepUnseenReplies(await later(3 * MINUTE))).toMatchObject({
      seen: 0,
      resent: 0,
      passed: 0,
    });
    expect(await waitingFor(person)).toBe(0);
    carrier.canLookUp = true;
    await sweepUnseenReplies(await later(0));
    await isSentTo(person, WORD);
  });

  test("of somebody the carrier will not look up stops no other, and staff see it", async () => {
    const [odd, broken, person] = [freshNumber(), freshNumber(), freshNumber()];
    for (const one of [odd, broken, person]) await ask(one, "hello");
    const [[oddReply], [brokenReply]] = [await repliesTo(odd, 1), await repliesTo(broken, 1)];
    await repliesTo(person, 1);
    carrier.unknown.add(odd);
    await env.DB.prepare("UPDATE messages SET media = 'no list' WHERE id = ?").bind(brokenReply?.id).run();
    expect(await sweepUnseenReplies(await later(3 * MINUTE))).toMatchObject({ failed: 2, resent: 1 });
    await isSentTo(person, WORD);
    expect(await statusOf(oddReply?.id ?? "", "unknown")).toMatchObject({ sid: null });
    await env.DB.prepare("DELETE FROM messages WHERE id = ?").bind(brokenReply?.id).run();
  });
});

async function receipt(person: string, messageId: string, sid: string): Promise<void> {
  const services = await openServices(env);
  const addressId = (await contactOf(person)).name ?? "";
  const news = { status: "sent", errorCode: null, at: services.clock.now() };
  await applyRecords(services, [{ kind: "receipt", messageId, addressId, sid, ...news }]);
  // A callback that names it is word enough: only its twin is looked up.
  expect(await statusOf(messageId, "sent")).toMatchObject({ sid });
}

/** Somebody whose reminder nothing will wake for. */
async function loseAlarm(): Promise<string> {
  const person = freshNumber();
  await ask(person, "hello");
  await runInDurableObject(await contactOf(person), (_object, state) => state.storage.deleteAlarm());
  await eventually(() =>
    env.DB.prepare("SELECT 1 FROM addresses WHERE value = ? AND due_at IS NOT NULL").bind(person).first(),
  );
  return person;
}

describe("an alarm that was lost", () => {
  test("is made up for, whoever else cannot be woken", async () => {
    const [person, busy] = [await loseAlarm(), await loseAlarm()];
    const services = await later(DAY + MINUTE);
    const busyId = (await contactOf(busy)).name;
    const refusing = { tick: () => Promise.reject(new Error("busy")) } as unknown as ReturnType<
      Services["contact"]
    >;
    const contact: Services["contact"] = (id) => (id === busyId ? refusing : services.contact(id));
    expect(await sweepLostAlarms({ ...services, contact })).toBeGreaterThan(0);
    const kinds = await eventually(() =>
      env.DB.prepare(
        "SELECT m.kind FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND m.kind = 'reminder'",
      )
        .bind(person)
        .first(),
    );
    expect(kinds).toEqual({ kind: "reminder" });
  });
});
