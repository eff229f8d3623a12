// The demo's clock: a jump does at once what would have come due.
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import productReview from "../fixtures/flows/product-review.json";
import { call, ok, ORIGIN, OWNER } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";
import { fetchWith } from "./counting.ts";
import { ask, eventually, freshNumber } from "./story.ts";

const NUMBER = "+15005550140";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

beforeAll(async () => {
  const { id: lineId } = await ok("POST /v1/lines", { ...LINE, address: NUMBER });
  await ok("POST /v1/flows", { slug: "product-review", name: "Reviews", draft: productReview });
  await ok("POST /v1/flows/product-review/publish");
  await ok("POST /v1/triggers", { lineId, flow: "product-review", keyword: "review" });
});

test("a day ahead the reminder comes", async () => {
  const carrier = fakeCarrier();
  const person = freshNumber();
  await ask(person, "review", { to: NUMBER });
  await eventually(async () => (await ok("GET /v1/conversations")).data.length === 1);
  const before = Date.parse((await ok("GET /v1/demo/clock")).now);
  const { now } = await ok("POST /v1/demo/clock", { advanceMs: DAY_MS });
  expect(Date.parse(now) - before).toBeGreaterThanOrEqual(DAY_MS);
  const reminder = await eventually(async () => carrier.posted.find(({ to }) => to === person));
  expect(reminder.body).toBe("Still there? Which product is this review for?");
});

test("the clock says who is due next, and a jump there is over when they have their reminder", async () => {
  const carrier = fakeCarrier();
  const person = freshNumber();
  await ask(person, "review", { to: NUMBER });
  const due = await eventually(async () => {
    const { now, nextDueAt } = await ok("GET /v1/demo/clock");
    const inMs = nextDueAt === null ? 0 : Date.parse(nextDueAt) - Date.parse(now);
    return inMs > 22 * HOUR_MS && inMs <= 23 * HOUR_MS && inMs;
  });
  await ok("POST /v1/demo/clock", { advanceMs: due });
  expect(carrier.posted.filter(({ to }) => to === person).map(({ body }) => body)).toEqual([
    "Still there? Which product is this review for?",
  ]);
});

test.each([0, -DAY_MS, 1.5, 400 * DAY_MS, "1 day"])("the clock does not jump by %j", async (advanceMs) => {
  expect((await call("POST /v1/demo/clock", { advanceMs })).status).toBe(422);
});

test("where there is no demo there is no clock", async () => {
  const request = new Request(`${ORIGIN}/api/v1/demo/clock`, {
    headers: { authorization: `Bearer ${OWNER}` },
  });
  expect((await fetchWith({ ...env, DEMO: "" }, request)).status).toBe(404);
});
