// What cron looks after: replies the carrier never saw, alarms that were lost, and what is kept too long.
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mintId } from "#core/id";
import { purge } from "../../worker/actions/purge.ts";
import { sweepLostAlarms } from "../../worker/actions/sweep-lost-alarms.ts";
import { sweepUnseenReplies } from "../../worker/actions/sweep-unseen-replies.ts";
import { advanceDemoClock } from "../../worker/clock.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let carrier: FakeCarrier;

beforeAll(async () => {
  await publish("loop", loopFlow, "", { id: "line-sweeps" });
});
beforeEach(() => {
  carrier = fakeCarrier();
});

/** The services after so much more time: the demo's clock only moves forward. */
async function later(ms: number): Promise<Services> {
  await advanceDemoClock(env.DB, ms);
  return openServices(env);
}

interface Reply {
  readonly id: string;
  readonly status: string;
  readonly sid: string | null;
}

const replyTo = (person: string) =>
  eventually(() =>
    env.DB.prepare(
      "SELECT m.id, m.status, m.sid FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND direction = 'out' ORDER BY m.id DESC",
    )
      .bind(person)
      .first<Reply>(),
  );

describe("a TwiML reply without a word from the carrier", () => {
  test("that the carrier never saw goes by REST, under the same id", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const { id } = await replyTo(person);
    await sweepUnseenReplies(await later(3 * MINUTE));
    await eventually(async () => carrier.posted.some(({ to }) => to === person));
    const sent = carrier.posted.find(({ to }) => to === person);
    expect(sent).toMatchObject({ body: "Tell me a word." });
    expect(sent?.form.get("StatusCallback")).toContain(`m=${id}`);
    expect(
      await eventually(async () => ((await replyTo(person)).sid === sent?.sid ? replyTo(person) : null)),
    ).toMatchObject({ id, status: "accepted" });
  });

  test("is left alone for two minutes", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await replyTo(person);
    await sweepUnseenReplies(await later(MINUTE));
    await scheduler.wait(1500);
    expect(carrier.posted.filter(({ to }) => to === person)).toEqual([]);
  });

  test("that the conversation has passed by is not sent any more", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    const { id } = await replyTo(person);
    await ask(person, "one");
    await sweepUnseenReplies(await later(3 * MINUTE));
    const row = await eventually(() =>
      env.DB.prepare("SELECT status FROM messages WHERE id = ? AND status = 'canceled'").bind(id).first(),
    );
    expect(row).toEqual({ status: "canceled" });
  });

  test("is not sent on a guess: a look-up that fails changes nothing", async () => {
    const person = freshNumber();
    await ask(person, "hello");
    await replyTo(person);
    carrier.canLookUp = false;
    await expect(sweepUnseenReplies(await later(3 * MINUTE))).rejects.toThrow("503");
    expect(carrier.posted).toEqual([]);
  });
});

test("an alarm that was lost is made up for", async () => {
  const person = freshNumber();
  await ask(person, "hello");
  const contact = await contactOf(person);
  await runInDurableObject(contact, (_object, state) => state.storage.deleteAlarm());
  await eventually(() =>
    env.DB.prepare("SELECT 1 FROM addresses WHERE value = ? AND due_at IS NOT NULL").bind(person).first(),
  );
  expect(await sweepLostAlarms(await later(DAY + MINUTE))).toBeGreaterThan(0);
  const reminder = await eventually(() =>
    env.DB.prepare(
      "SELECT m.kind FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND m.kind = 'reminder'",
    )
      .bind(person)
      .first(),
  );
  expect(reminder).toEqual({ kind: "reminder" });
});

test("the nightly purge takes texts, media and letters past their days, and leaves the rows that count", async () => {
  const services = await later(0);
  const at = services.clock.now();
  const old = mintId(at - 800 * DAY, new Uint8Array(16));
  const recent = mintId(at - 2 * DAY, new Uint8Array(16));
  for (const id of [old, recent]) {
    await env.DB.prepare(
      "INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, receipts, at) VALUES (?, 'someone', 'in', 'sms', 'inbound', 'words', '[]', 'received', 100, '[]', 0)",
    )
      .bind(id)
      .run();
    await env.FILES.put(`media/${id}/0`, "picture");
    await env.DB.prepare(
      "INSERT INTO media (message_id, place, type, bytes, file, at) VALUES (?, 0, 'image/png', 7, ?, 0)",
    )
      .bind(id, `media/${id}/0`)
      .run();
  }
  await env.DB.prepare(
    "INSERT INTO dead_letters (id, queue, body, error, at) VALUES ('old-letter', 'records', '{}', 'x', ?)",
  )
    .bind(at - 100 * DAY)
    .run();
  await purge(services);
  const { results } = await env.DB.prepare(
    "SELECT id, body FROM messages WHERE address_id = 'someone' ORDER BY id",
  ).all();
  expect(results).toEqual([
    { id: old, body: "" },
    { id: recent, body: "words" },
  ]);
  expect(await env.FILES.head(`media/${old}/0`)).toBeNull();
  expect(await env.FILES.head(`media/${recent}/0`)).not.toBeNull();
  expect(await env.DB.prepare("SELECT 1 FROM dead_letters WHERE id = 'old-letter'").first()).toBeNull();
});
