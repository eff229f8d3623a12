// What the product hears of its e-mails, and everything that can happen on the way there.
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { namesIn, readFixture } from "../testing/fixture.ts";
import { setUpMail } from "../testing/mail.ts";
import { START } from "../testing/setup.ts";
import type { Fate } from "./mail.ts";
import { signSvix } from "./svix.ts";

const MINUTE_MS = 60_000;

test("the signature is Svix's: its published example", () => {
  const vector = z
    .object({
      secret: z.string(),
      id: z.string(),
      timestampS: z.number(),
      body: z.string(),
      signature: z.string(),
    })
    .parse(readFixture("signature-vector", "resend"));
  expect(signSvix(vector.secret, vector.id, vector.timestampS, vector.body)).toBe(vector.signature);
});

test.each<[fixture: string, fate: Fate, place: number]>([
  ["event-sent", { kind: "delivered" }, 0],
  ["event-delivered", { kind: "delivered" }, 1],
  ["event-bounced", { kind: "bounced" }, 1],
  ["event-complained", { kind: "complained" }, 2],
  ["event-delayed", { kind: "delayed" }, 1],
  ["event-failed", { kind: "failed", reason: "reached_daily_quota" }, 1],
])("%s has the documented fields", async (fixture, fate, place) => {
  const { send, carrier, mail, events } = setUpMail();
  mail.mailbox("ann@example.org").setFate(fate);
  await send({ tags: [{ name: "email", value: "1" }] });
  await carrier.settled();
  expect(namesIn(events[place]?.body)).toEqual(documented(fixture));
  expect(events[place]?.body["type"]).toBe(Object(readFixture(fixture, "resend")["body"])["type"]);
});

test("so have an e-mail that is suppressed, one that is shown, and a refusal", async () => {
  const { send, get, carrier, mail, events } = setUpMail();
  mail.mailbox("ann@example.org").setFate({ kind: "bounced" });
  await send();
  await carrier.settled();
  const { body } = await send({ tags: [{ name: "email", value: "1" }] });
  await carrier.settled();
  expect(namesIn(events.at(-1)?.body)).toEqual(documented("event-suppressed"));
  expect(namesIn((await get(`/emails/${String(body["id"])}`)).body)).toEqual(documented("email-shown"));
  expect(namesIn((await send({ to: [] })).body)).toEqual(documented("error"));
});

test.each([
  ["anybody", "ann@example.org", ["email.sent", "email.delivered"], 1],
  ["bounced", "bounced@resend.dev", ["email.sent", "email.bounced"], 0],
  ["bounced with a label", "bounced+group@resend.dev", ["email.sent", "email.bounced"], 0],
  ["spam", "complained@resend.dev", ["email.sent", "email.delivered", "email.complained"], 1],
  ["put off", "delayed@example.org", ["email.sent", "email.delivery_delayed"], 0],
])("%s: %s", async (_what, to, types, arrived) => {
  const { send, carrier, mail, events, get } = setUpMail();
  const { body } = await send({ to, tags: [{ name: "kind", value: "digest" }] });
  await carrier.settled();
  expect(events.map(({ type }) => type)).toEqual(types);
  expect(events.every(({ genuine }) => genuine)).toBe(true);
  expect(new Set(events.map(({ id }) => id)).size).toBe(types.length);
  expect(events[0]?.timestampS).toBe(START / 1_000);
  expect(events.at(-1)?.body).toMatchObject({
    created_at: new Date(START).toISOString(),
    data: { email_id: body["id"], to: [to], subject: "Tomorrow", tags: { kind: "digest" } },
  });
  expect(mail.mailbox(to).mails()).toHaveLength(arrived);
  const last = types.at(-1)?.replace("email.", "");
  expect((await get(`/emails/${String(body["id"])}`)).body["last_event"]).toBe(last);
});

test("a bounce says of what kind it is", async () => {
  const { send, carrier, events } = setUpMail();
  await send({ to: "bounced@resend.dev" });
  await carrier.settled();
  expect(events.at(-1)?.body).toMatchObject({
    data: { bounce: { type: "Permanent", subType: "General", message: expect.any(String) } },
  });
});

test("who bounced or complained is not written to again, until forgiven", async () => {
  const { send, carrier, mail, events } = setUpMail();
  const ann = mail.mailbox("ann@example.org");
  ann.setFate({ kind: "bounced" });
  await send();
  await carrier.settled();
  ann.setFate({ kind: "delivered" });
  await send();
  await carrier.settled();
  ann.forgive();
  await send();
  await carrier.settled();
  expect(events.map(({ type }) => type)).toEqual([
    "email.sent",
    "email.bounced",
    "email.suppressed",
    "email.sent",
    "email.delivered",
  ]);
  expect(ann.mails()).toHaveLength(1);
});

test("what was put off arrives once the other server takes it", async () => {
  const { send, carrier, mail, events } = setUpMail();
  const dee = mail.mailbox("delayed@example.org");
  await send({ to: dee.address });
  await carrier.settled();
  dee.setFate({ kind: "delivered" });
  expect((await dee.expect("14:00")).subject).toBe("Tomorrow");
  await carrier.settled();
  expect(events.at(-1)?.type).toBe("email.delivered");
});

test("what is scheduled goes at its time, unless it is called off", async () => {
  const { send, post, carrier, mail, events } = setUpMail();
  const at = new Date(START + 10 * MINUTE_MS).toISOString();
  await send({ scheduled_at: at });
  const { body } = await send({ scheduled_at: at, subject: "Called off" });
  expect((await post(`/emails/${String(body["id"])}/cancel`, {})).status).toBe(200);
  carrier.follow(START + 9 * MINUTE_MS);
  await carrier.settled();
  expect(mail.mailbox("ann@example.org").mails()).toEqual([]);
  carrier.follow(START + 10 * MINUTE_MS);
  await carrier.settled();
  expect(
    mail
      .mailbox("ann@example.org")
      .mails()
      .map(({ subject }) => subject),
  ).toEqual(["Tomorrow"]);
  expect(events.map(({ type }) => type).slice(0, 2)).toEqual(["email.scheduled", "email.scheduled"]);
});

describe("an event", () => {
  test("that the product refuses is tried again by Svix's schedule, under the same id", async () => {
    const { send, carrier, events, answers } = setUpMail();
    answers.push(200, 500, 503, 401);
    await send();
    await carrier.settled();
    for (const afterMs of [5_000, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * 60 * MINUTE_MS]) {
      const before = events.length;
      carrier.follow(carrier.now() + afterMs - 1);
      await carrier.settled();
      expect(events).toHaveLength(before);
      carrier.follow(carrier.now() + 1);
      await carrier.settled();
      if (afterMs < 60 * MINUTE_MS) expect(events).toHaveLength(before + 1);
    }
    const delivered = events.filter(({ type }) => type === "email.delivered");
    expect(delivered).toHaveLength(4);
    expect(new Set(delivered.map(({ id }) => id)).size).toBe(1);
    expect(delivered.every(({ genuine }) => genuine)).toBe(true);
    expect(new Set(delivered.map(({ timestampS }) => timestampS)).size).toBe(4);
  });

  test("can be dropped, doubled, or forged", async () => {
    const { send, carrier, mail, events } = setUpMail();
    mail.faults.events.next({ kind: "dropped" });
    mail.faults.events.next({ kind: "repeated", times: 3 });
    await send();
    await carrier.settled();
    expect(events.map(({ type }) => type)).toEqual(Array(3).fill("email.delivered"));
    expect(new Set(events.map(({ id }) => id)).size).toBe(1);
    mail.faults.events.next({ kind: "forged", secret: "whsec_AAAA" });
    await send();
    await carrier.settled();
    expect(events.at(-2)?.genuine).toBe(false);
  });

  test("can be held, and let go backwards; or come late", async () => {
    const { send, carrier, mail, events } = setUpMail();
    mail.faults.events.next({ kind: "held" }, 2);
    await send();
    await carrier.settled();
    expect(events).toEqual([]);
    mail.faults.heldEvents.release((waiting) => waiting.toReversed());
    await carrier.settled();
    expect(events.map(({ type }) => type)).toEqual(["email.delivered", "email.sent"]);
    mail.faults.events.next({ kind: "late", delayMs: 5 });
    await send();
    await carrier.settled();
    const after = events.slice(2).map(({ type }) => type);
    expect(after.sort()).toEqual(["email.delivered", "email.sent"]);
  });
});

test("a mailbox says what came instead of what was expected", async () => {
  const { send, carrier, mail } = setUpMail();
  await send();
  await carrier.settled();
  const ann = mail.mailbox("ann@example.org");
  await expect(ann.expect("Yesterday", { withinMs: 1 })).rejects.toThrow(/Yesterday[\s\S]*< Tomorrow/);
  await ann.expect(/^Tom/);
  await expect(ann.expect("Tomorrow", { withinMs: 1 })).rejects.toThrow("(nothing)");
});

function documented(name: string): readonly string[] {
  return namesIn(readFixture(name, "resend")["body"]);
}
