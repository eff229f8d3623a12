// The first page by API: today's numbers, and messages that did not arrive until somebody sees to them.
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { mintId } from "#core/id";
import { call, ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { ask, eventually, freshNumber, loopFlow, publish } from "./story.ts";

const LINE_ID = "line-home";
let carrier: FakeCarrier;
beforeAll(async () => {
  await publish("loop-home", loopFlow, "home", { id: LINE_ID, address: "+15005550191" });
});
beforeEach(() => {
  carrier = fakeCarrier();
});

const glance = (): Promise<Answer["body"]> => ok("GET /v1/home?zone=Europe/London");
const troubled = async (id: string) =>
  (await glance()).trouble.messages.some((message: Answer["body"]) => message.id === id);

/** Somebody who wrote, and what we said to them last, as nobody knows what became of it. */
async function lose(status: "unknown" | "failed"): Promise<{ person: string; id: string }> {
  const person = freshNumber();
  await ask(person, "home", { to: "+15005550191" });
  const contact = await eventually(
    async () => (await ok("POST /v1/contacts/search", { number: person })).data[0],
  );
  const id = mintId((await openClock()) - 60_000, crypto.getRandomValues(new Uint8Array(16)));
  await env.DB.prepare(
    `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, body, media, status, rank, receipts, at)
     VALUES (?, ?, ?, 'out', 'sms', 'staff', 'Are you well?', '[]', ?, 15, '[]', ?)`,
  )
    .bind(id, contact.addresses[0].id, LINE_ID, status, await openClock())
    .run();
  return { person, id };
}

async function openClock(): Promise<number> {
  return Date.parse((await glance()).now);
}

test("counts what came in and went out today, and who said STOP", async () => {
  const before = (await glance()).today;
  const person = freshNumber();
  await ask(person, "home", { to: "+15005550191" });
  await ask(person, "STOP", { to: "+15005550191" });
  const { today } = await eventually(async () => {
    const now = await glance();
    return now.today.optOuts > before.optOuts && now.today.sent > before.sent && now;
  });
  expect(today.received - before.received).toBe(2);
  expect(today.sent - before.sent).toBeGreaterThanOrEqual(1);
  expect((await call("GET /v1/home?zone=Nowhere")).status).toBe(422);
});

test("what nobody knows the end of is sent again once, however often it is asked for", async () => {
  const { person, id } = await lose("unknown");
  expect(await troubled(id)).toBe(true);
  const { messageId } = await ok(`POST /v1/messages/${id}/send-again`);
  await eventually(async () => carrier.posted.find(({ to }) => to === person));
  expect(await troubled(id)).toBe(false);
  const again = await call(`POST /v1/messages/${id}/send-again`);
  expect([again.status, again.body.error.code]).toEqual([409, "conflict"]);
  expect(carrier.posted.filter(({ to }) => to === person)).toHaveLength(1);
  expect(messageId).not.toBe(id);
});

test("a failure is left at that, and one to somebody who said STOP meanwhile stays where it was", async () => {
  const failed = await lose("failed");
  await ok(`POST /v1/messages/${failed.id}/leave`);
  expect(await troubled(failed.id)).toBe(false);
  const { person, id } = await lose("unknown");
  await ask(person, "STOP", { to: "+15005550191" });
  expect((await call(`POST /v1/messages/${id}/send-again`)).status).toBe(409);
  expect(await troubled(id)).toBe(true);
  expect((await call("POST /v1/messages/nothing/leave")).status).toBe(404);
});

test("a dead letter is forgotten once", async () => {
  await env.DB.prepare(
    "INSERT INTO dead_letters (id, queue, body, error, at) VALUES ('letter-home', 'records', '{}', 'broken', 1)",
  ).run();
  expect((await call("DELETE /v1/dead-letters/letter-home")).status).toBe(204);
  expect((await call("DELETE /v1/dead-letters/letter-home")).status).toBe(404);
});

test("the newest of what did not arrive stand on the first page, and all of it on a list of its own", async () => {
  const lost: string[] = [];
  for (let each = 0; each < 7; each += 1) lost.push((await lose("failed")).id);
  const { trouble } = await glance();
  expect(trouble.messages).toHaveLength(5);
  expect(trouble.count).toBeGreaterThanOrEqual(7);
  const listed: string[] = [];
  let cursor = "";
  do {
    const page = await ok(`GET /v1/home/trouble?limit=3${cursor}`);
    listed.push(...page.data.map(({ id }: Answer["body"]) => id));
    cursor = page.next === null ? "" : `&cursor=${page.next}`;
  } while (cursor !== "");
  expect(listed).toHaveLength(trouble.count);
  expect(listed).toEqual(listed.toSorted().toReversed());
  expect(lost.filter((id) => !listed.includes(id))).toEqual([]);
});
