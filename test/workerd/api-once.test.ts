// Idempotency-Key: the same request happens once and gets the same answer, whatever became of the first one's answer.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { purge } from "../../worker/actions/purge.ts";
import { openServices } from "../../worker/services.ts";
import { call, ok, ORIGIN, OWNER } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { countedEnv, fetchWith } from "./counting.ts";
import { eventually, freshNumber } from "./story.ts";

const DAY_MS = 24 * 3_600_000;
let carrier: FakeCarrier;
let lineId: string;
let editor: string;

beforeAll(async () => {
  lineId = (await ok("POST /v1/lines", { ...LINE, address: "+15005550190" })).id;
  editor = (await ok("POST /v1/tokens", { name: "colleague", role: "editor" })).token;
});
beforeEach(() => {
  carrier = fakeCarrier();
});

const post = (to: string, key: string, body = "Hello", token: string = OWNER) =>
  call("POST /v1/messages/test/send", { to, body, lineId }, { token, headers: { "idempotency-key": key } });
/** How often a person's phone rang, once everything on the way has arrived. */
async function arrived(person: string): Promise<number> {
  await eventually(async () => carrier.posted.find(({ to }) => to === person));
  await scheduler.wait(300);
  return carrier.posted.filter(({ to }) => to === person).length;
}

test("the same request again gets the same answer, marked, and one text arrives", async () => {
  const person = freshNumber();
  const first = await post(person, "order-1");
  const again = await post(person, "order-1");
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
  expect(await arrived(person)).toBe(1);
});

test("ten at once: one is carried out, the others are told to wait or get its answer", async () => {
  const person = freshNumber();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(person, "order-2")));
  const ids = answers.flatMap(({ status, body }) => (status === 202 ? [body.messageId] : []));
  expect(new Set(ids).size).toBe(1);
  expect(answers.filter(({ status }) => status !== 202).every(({ status }) => status === 409)).toBe(true);
  expect(await arrived(person)).toBe(1);
});

test("another request with the key is refused in words; another person's key is their own", async () => {
  const [person, other] = [freshNumber(), freshNumber()];
  await post(person, "order-3");
  const clash = await post(person, "order-3", "Something else");
  expect([clash.status, clash.body.error.message]).toEqual([
    422,
    "This Idempotency-Key was used for another request. Make up a new one.",
  ]);
  expect((await post(other, "order-3", "Hello", editor)).status).toBe(202);
  expect(await arrived(other)).toBe(1);
});

test("a refusal is not kept: mended, the request comes under the same key", async () => {
  const person = freshNumber();
  const headers = { "idempotency-key": "order-4" };
  const refused = await call(
    "POST /v1/messages/test/send",
    { to: person, body: "Hello", lineId: "nowhere" },
    { headers },
  );
  expect(refused.status).toBe(404);
  expect((await post(person, "order-4")).status).toBe(202);
});

/** D1 goes away once the object has the message: the caller gets an error and asks again. */
test("a request that broke halfway is taken up again, and is no second text", async () => {
  const person = freshNumber();
  const { env: bindings, fail } = countedEnv();
  const contacts = {
    getByName: (name: string) =>
      new Proxy(env.CONTACT.getByName(name), {
        get: (stub, method) =>
          method === "reply"
            ? async (words: Parameters<typeof stub.reply>[0]) => {
                const answer = await stub.reply(words);
                fail.d1 = true;
                return answer;
              }
            : Reflect.get(stub, method),
      }),
  } as Env["CONTACT"];
  const request = new Request(`${ORIGIN}/api/v1/messages/test/send`, {
    method: "POST",
    body: JSON.stringify({ to: person, body: "Hello", lineId }),
    headers: {
      authorization: `Bearer ${OWNER}`,
      "content-type": "application/json",
      "idempotency-key": "order-5",
    },
  });
  expect((await fetchWith({ ...bindings, CONTACT: contacts }, request)).status).toBe(503);
  const { DB } = env;
  // Nobody could write down that it broke: it counts as running for a minute.
  expect((await post(person, "order-5")).status).toBe(409);
  await DB.prepare("UPDATE idempotency SET at = at - 61000 WHERE key = 'order-5'").run();
  expect((await post(person, "order-5")).status).toBe(202);
  expect(await arrived(person)).toBe(1);
});

test.each(["", "two words", "x".repeat(201)])("a key such as %j is none", async (key) => {
  expect((await post(freshNumber(), key)).body.error.details[0].path).toBe("idempotency-key");
});

test("answers are kept for three days", async () => {
  const person = freshNumber();
  await post(person, "order-6");
  const services = await openServices(env);
  const now = services.clock.now();
  const at = (days: number) => purge({ ...services, clock: { now: () => now + days * DAY_MS } });
  await at(2.9);
  expect((await post(person, "order-6")).headers.get("idempotent-replayed")).toBe("true");
  await at(3.1);
  expect((await env.DB.prepare("SELECT key FROM idempotency").all()).results).toEqual([]);
});
