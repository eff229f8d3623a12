// POST /messages: one message asked for by another system, by the laws of everything we begin.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { OWNER } from "../../worker/actor.ts";
import { sendMessage } from "../../worker/actions/send-message.ts";
import { openServices } from "../../worker/services.ts";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber } from "./story.ts";

const OPEN = "+15005550200";
const CLOSED = "+15005550201";
let carrier: FakeCarrier;
let lineId: string;
let closedId: string;
let whatsappId: string;

beforeAll(async () => {
  lineId = (await ok("POST /v1/lines", { ...LINE, address: OPEN })).id;
  // Open on no day: closed whenever this runs.
  closedId = (await ok("POST /v1/lines", { ...LINE, address: CLOSED, hours: { days: {} } })).id;
  const whatsapp = { ...LINE, channel: "whatsapp", sender: "whatsapp", address: "+15005550202" };
  whatsappId = (await ok("POST /v1/lines", whatsapp)).id;
});
beforeEach(async () => {
  carrier = fakeCarrier();
  await env.DB.exec("DELETE FROM settings WHERE name = 'organisation'");
});

/** Somebody who agreed to hear from us. */
async function granted(): Promise<{ number: string; contactId: string }> {
  const phone = freshNumber();
  const user = { phone, first_name: "Ann", consent: { granted: true, source: "web form" } };
  return { number: phone, contactId: (await ok("POST /v1/users", user)).id };
}
const send = (body: object) => call("POST /v1/messages", { lineId, text: "Your parcel is here.", ...body });
const why = async (body: object) => {
  const answer = await send(body);
  return [answer.status, answer.body.error?.details?.why];
};
const phoneOf = (number: string) =>
  eventually(async () => carrier.posted.find(({ to }) => to === number || to === `whatsapp:${number}`));
const isKnown = (number: string) =>
  eventually(
    async () => (await ok("POST /v1/contacts/search", { number })).data[0]?.addresses[0].lastHeardAt,
  );

describe("a message", () => {
  test("goes to a number, is answered with its id, and shows what became of it", async () => {
    const { number, contactId } = await granted();
    const { status, body } = await send({ to: number });
    expect([status, body]).toEqual([
      202,
      { messageId: expect.any(String), contactId, state: "pending", dueAt: null },
    ]);
    expect(await phoneOf(number)).toMatchObject({ body: "Your parcel is here." });
    const message = await eventually(async () => {
      const found = await call(`GET /v1/messages/${body.messageId}`);
      return found.body.status === "accepted" && found.body;
    });
    expect(message).toMatchObject({
      kind: "api",
      text: "Your parcel is here.",
      contact: { address: number },
    });
    const { data } = await ok(`GET /v1/audit?subjectId=${body.messageId}`);
    expect(data).toMatchObject([{ action: "message.send", detail: { lineId } }]);
  });

  test("goes to a contact, with pictures", async () => {
    const { number, contactId } = await granted();
    const media = ["https://example.org/parcel.jpg"];
    expect((await send({ contactId, media })).body.contactId).toBe(contactId);
    expect((await phoneOf(number)).form.getAll("MediaUrl")).toEqual(media);
  });

  test("goes to a number as people write it at home", async () => {
    const { number } = await granted();
    await ok("PATCH /v1/settings", { defaultCountry: "US" });
    expect((await send({ to: `(${number.slice(2, 5)}) ${number.slice(5)}` })).status).toBe(202);
    await phoneOf(number);
  });

  test("of approved content goes on WhatsApp to somebody who never wrote; free text does not", async () => {
    const { number } = await granted();
    const contentSid = `HX${"a".repeat(32)}`;
    const here = { lineId: whatsappId, to: number };
    expect(await why(here)).toEqual([409, "window"]);
    const body = { ...here, text: undefined, contentSid, contentVariables: { "1": "Ann" } };
    expect((await send(body)).status).toBe(202);
    const { form } = await phoneOf(number);
    expect([form.get("ContentSid"), form.get("ContentVariables")]).toEqual([contentSid, '{"1":"Ann"}']);
  });

  test("with an Idempotency-Key is one message, however often it is asked for", async () => {
    const { number } = await granted();
    const body = { lineId, to: number, text: "Once." };
    const headers = { "idempotency-key": "parcel-1" };
    const answers = [];
    for (let times = 0; times < 3; times += 1)
      answers.push(await call("POST /v1/messages", body, { headers }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    // The answer was lost, and the key with it: the object knows the message all the same.
    await env.DB.exec("DELETE FROM idempotency");
    const again = await call("POST /v1/messages", body, { headers });
    expect(again.body.messageId).toBe(answers[0]?.body.messageId);
    await phoneOf(number);
    await scheduler.wait(300);
    expect(carrier.posted).toHaveLength(1);
  });
});

describe("nothing is begun with somebody", () => {
  test("who never agreed, unless who asks says that nobody refused is enough", async () => {
    const number = freshNumber();
    expect(await why({ to: number })).toEqual([409, "no-consent"]);
    expect((await send({ to: number, consent: "not-refused" })).status).toBe(202);
  });

  test("who said STOP a moment ago, whatever the record knows yet", async () => {
    const { number } = await granted();
    await ask(number, "STOP", { to: OPEN });
    expect(await why({ to: number })).toEqual([409, "opted-out"]);
    expect(await why({ to: number, consent: "not-refused" })).toEqual([409, "opted-out"]);
  });

  test("of another country than the line's, or not verified on a trial account", async () => {
    const { number } = await granted();
    await ok("PATCH /v1/settings", { verifiedNumbers: [freshNumber()] });
    expect(await why({ to: number })).toEqual([409, "not-verified"]);
    await ok("PATCH /v1/settings", { verifiedNumbers: [number] });
    await ok(`PATCH /v1/lines/${lineId}`, { countries: ["GB"] });
    expect(await why({ to: number })).toEqual([409, "country"]);
    await ok(`PATCH /v1/lines/${lineId}`, { countries: null });
    expect((await send({ to: number })).status).toBe(202);
  });

  test("who has had as many as the cap allows; what waits to go counts as sent", async () => {
    const { number } = await granted();
    await ok("PATCH /v1/settings", { frequencyCap: { messages: 2, days: 7 } });
    expect([(await send({ to: number })).status, (await send({ to: number })).status]).toEqual([202, 202]);
    expect(await why({ to: number })).toEqual([409, "frequency-cap"]);
    await phoneOf(number);
    expect(await why({ to: number })).toEqual([409, "frequency-cap"]);
  });

  test("on a line that never opens; an answer to what they wrote goes all the same", async () => {
    const { number } = await granted();
    expect(await why({ to: number, lineId: closedId })).toEqual([409, "never-open"]);
    expect(await why({ to: number, lineId: closedId, answer: true })).toEqual([409, "unheard"]);
    await ask(number, "hello?", { to: CLOSED });
    await isKnown(number);
    expect((await send({ to: number, lineId: closedId, answer: true })).status).toBe(202);
    await phoneOf(number);
  });
});

test("of one that was held back is shown why", async () => {
  const { number } = await granted();
  carrier.next = "too-many";
  const { body } = await send({ to: number });
  const contact = await contactOf(number);
  // The carrier takes no more for now: it waits, and is overtaken by a STOP.
  await eventually(async () => {
    const { isBusy, dueAt } = await contact.pulse({ now: Date.now() });
    return !isBusy && dueAt !== null;
  });
  await ask(number, "STOP", { to: OPEN });
  const message = await eventually(async () => {
    const found = await call(`GET /v1/messages/${body.messageId}`);
    return found.body.status === "refused" && found.body;
  });
  expect([message.status, message.reason]).toEqual(["refused", "opted-out"]);
  expect(carrier.posted).toEqual([]);
});

test("by template it is filled in with what is known and what is given; what is missing is named", async () => {
  const { number } = await granted();
  const body = "Hello {{ first_name }}, your {{ thing }} is here.";
  await ok("POST /v1/templates", { name: "Arrived", body, placeholders: ["first_name", "thing"] });
  const named = { to: number, text: undefined, template: "arrived" };
  const lacking = await send(named);
  expect([lacking.status, lacking.body.error.details]).toEqual([
    422,
    [{ path: "values.thing", message: "is missing" }],
  ]);
  expect((await send({ ...named, values: { thing: "book" } })).status).toBe(202);
  expect((await phoneOf(number)).body).toBe("Hello Ann, your book is here.");
  expect((await send({ ...named, template: "nowhere" })).status).toBe(404);
});

test("outside the hours it waits for the morning of the person, and says so", async () => {
  const hours = { hours: "Mo-Su 08:00-21:00", address: "+15005550203", zone: "Europe/London" };
  const { id } = await ok("POST /v1/lines", { ...LINE, ...hours });
  const services = await openServices(env);
  const now = Date.parse("2031-01-06T21:30:00-05:00");
  const asked = await sendMessage({ ...services, clock: { now: () => now } }, OWNER, {
    id: crypto.randomUUID(),
    person: { kind: "number", to: freshNumber().replace("+1202", "+1212") },
    lineId: id,
    words: { kind: "text", text: "Good morning.", media: [] },
    consent: "not-refused",
    isAnswer: false,
  });
  expect(asked.dueAt).toBe(Date.parse("2031-01-07T08:00:00-05:00"));
  const waiting = await eventually(async () => {
    const { status, body } = await call(`GET /v1/messages/${asked.messageId}`);
    return status === 200 && body;
  });
  expect(waiting).toMatchObject({
    status: "pending",
    dueAt: "2031-01-07T13:00:00.000Z",
    text: "Good morning.",
  });
});

test.each<[body: object, path: string]>([
  [{ to: "+12025550100", contactId: crypto.randomUUID() }, "to"],
  [{}, "to"],
  [{ to: "twelve" }, "to"],
  [{ to: "+12025550100", template: "welcome" }, "template"],
  [{ to: "+12025550100", text: undefined }, "text"],
  [{ to: "+12025550100", values: { name: "Ann" } }, "values"],
  [{ to: "+12025550100", media: ["http://example.org/a.jpg"] }, "media[0]"],
  [{ to: "+12025550100", text: "x".repeat(1601) }, "text"],
  [{ to: "+12025550100", colour: "red" }, ""],
])("%j is refused at %s", async (body, path) => {
  const { status, body: answer } = await send(body);
  expect([status, answer.error.details[0].path]).toEqual([422, path]);
});
