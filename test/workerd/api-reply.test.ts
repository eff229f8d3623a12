// A staff member's own words: free to whoever wrote today, bound by the hours for anyone else, never after STOP.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { ask, eventually, freshNumber } from "./story.ts";

const CLOSED = "+15005550170";
let carrier: FakeCarrier;
let closed: string;
let open: string;

beforeAll(async () => {
  // Open on no day: closed whenever this runs.
  closed = (await ok("POST /v1/lines", { ...LINE, address: CLOSED, hours: { days: {} } })).id;
  open = (await ok("POST /v1/lines", { ...LINE, address: "+15005550171" })).id;
});
beforeEach(() => {
  carrier = fakeCarrier();
});

const send = (to: string, lineId: string) =>
  call("POST /v1/messages/test/send", { to, body: "Are you there?", lineId });
const isKnown = (number: string) =>
  eventually(
    async () => (await ok("POST /v1/contacts/search", { number })).data[0]?.addresses[0].lastHeardAt,
  );

test("go out on a line that is open, and are seen with their status", async () => {
  const person = freshNumber();
  const { status, body } = await send(person, open);
  expect(status).toBe(202);
  await eventually(async () => carrier.posted.find(({ to }) => to === person));
  const message = await eventually(async () => {
    const found = await call(`GET /v1/messages/${body.messageId}`);
    return found.body.status === "accepted" && found.body;
  });
  expect(message).toMatchObject({
    direction: "out",
    kind: "staff",
    text: "Are you there?",
    contact: { address: person },
  });
});

test("wait for nobody who has not written, where the line is closed", async () => {
  const person = freshNumber();
  const refused = await send(person, closed);
  expect([refused.status, refused.body.error.code]).toEqual([409, "conflict"]);
  await ask(person, "hello?", { to: CLOSED });
  await isKnown(person);
  expect((await send(person, closed)).status).toBe(202);
  await eventually(async () => carrier.posted.find(({ to }) => to === person));
  expect(carrier.posted).toHaveLength(1);
});

test("are refused after STOP", async () => {
  const person = freshNumber();
  await ask(person, "STOP", { to: CLOSED });
  await isKnown(person);
  const refused = await send(person, open);
  expect(refused.body.error).toMatchObject({ code: "conflict", details: { why: "opted-out" } });
  const begun = await call("POST /v1/messages/test/send", { to: person, body: "x", lineId: "nowhere" });
  expect(begun.status).toBe(404);
  expect(carrier.posted).toEqual([]);
});
