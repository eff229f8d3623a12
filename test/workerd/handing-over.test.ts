// What waits to leave: who it is for, when its clocks start, and what passes it by.
import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_HOURS } from "#core/hours";
import { beginFlow } from "../../worker/actions/begin-flow.ts";
import { openServices } from "../../worker/services.ts";
import { ask, contactOf, eventually, freshNumber, loopFlow, publish } from "./story.ts";
import { statusOf } from "./records.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_LINE = "+15550004000";
/** A Monday at 20:59 in New York, a minute before the line closes, long after any clock these tests run by. */
const EVENING = Date.parse("2031-01-06T20:59:00-05:00");
const MORNING = Date.parse("2031-01-07T08:00:00-05:00");

beforeAll(async () => {
  await publish("loop", loopFlow, "", {
    id: "line-day",
    config: { address: DAY_LINE, hours: DEFAULT_HOURS },
  });
});

/** A number of New York, where no time zone is in doubt. */
function newYorker(): string {
  return freshNumber().replace("+1202", "+1212");
}

async function begin(person: string, now: number) {
  const services = await openServices(env);
  const address = { kind: "phone", value: person } as const;
  const addressId = await services.identity.idOf(address);
  const beginning = {
    id: crypto.randomUUID(),
    addressId,
    address,
    lineId: "line-day",
    flow: "loop",
    source: "api",
  };
  return beginFlow({ ...services, clock: { now: () => now } }, beginning);
}

async function waitingMessage(person: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const row = await env.DB.prepare(
      "SELECT m.id FROM messages m JOIN addresses a ON a.id = m.address_id WHERE a.value = ? AND direction = 'out' AND via = 'rest' ORDER BY m.id LIMIT 1",
    )
      .bind(person)
      .first<{ id: string }>();
    if (row !== null) return row.id;
    await scheduler.wait(50);
  }
  throw new Error("nothing waits to leave");
}

describe("a flow we begin with a stranger", () => {
  test("knows their number after an eviction", async () => {
    const person = newYorker();
    await begin(person, EVENING - HOUR);
    const contact = await contactOf(person);
    await evictDurableObject(contact);
    const messageId = await waitingMessage(person);
    expect(await contact.claim({ messageId, now: EVENING - HOUR })).toMatchObject({
      kind: "granted",
      to: person,
    });
  });

  test("with ValidityPeriod no longer than until closing", async () => {
    const person = newYorker();
    await begin(person, EVENING - 9 * MINUTE);
    const messageId = await waitingMessage(person);
    const contact = await contactOf(person);
    expect(await contact.claim({ messageId, now: EVENING - 9 * MINUTE })).toMatchObject({
      validitySeconds: 600,
    });
  });
});

/** A question that was to go out at closing time, and came two minutes late. */
async function missed() {
  const person = newYorker();
  await begin(person, EVENING);
  const messageId = await waitingMessage(person);
  const contact = await contactOf(person);
  const claim = await contact.claim({ messageId, now: EVENING + 2 * MINUTE });
  return { person, messageId, contact, claim };
}

describe("a question that missed the line's closing", () => {
  test("waits for the morning, and its reminder a day from then", async () => {
    const { contact, messageId, claim } = await missed();
    expect(claim).toEqual({ kind: "later", at: MORNING, why: "hours" });
    // Whoever makes up for lost alarms, or jumps in time, knows of it.
    await eventually(() =>
      env.DB.prepare("SELECT 1 FROM addresses WHERE id = ? AND due_at = ?")
        .bind(contact.name, MORNING)
        .first(),
    );
    expect((await contact.claim({ messageId, now: MORNING })).kind).toBe("granted");
    await contact.complete({
      messageId,
      outcome: { kind: "accepted", sid: "SM1", at: MORNING + 1000 },
      now: MORNING + 1000,
    });
    const [conversation] = (await contact.snapshot()).conversations;
    expect(conversation?.wakesAt).toBe(MORNING + 1000 + 24 * HOUR);
  });

  test("is asked at once when the person writes in the night, and does not come again in the morning", async () => {
    const { person, messageId, contact } = await missed();
    expect(await ask(person, "anybody there?", { to: DAY_LINE })).toEqual(["Tell me a word."]);
    expect(await ask(person, "lamp", { to: DAY_LINE })).toEqual(["Another, please."]);
    expect(await contact.claim({ messageId, now: MORNING })).toEqual({ kind: "gone" });
    expect(await statusOf(messageId, "canceled")).toMatchObject({ status: "canceled" });
  });
});

test("a claim nobody reported on keeps its time when it is offered again", async () => {
  const person = newYorker();
  await begin(person, EVENING - HOUR);
  const messageId = await waitingMessage(person);
  const contact = await contactOf(person);
  await contact.claim({ messageId, now: EVENING - HOUR });
  await contact.tick({ now: EVENING - HOUR + 3 * MINUTE });
  expect(await contact.claim({ messageId, now: EVENING - HOUR + 4 * MINUTE })).toMatchObject({
    kind: "in-doubt",
    claimedAt: EVENING - HOUR,
  });
});
