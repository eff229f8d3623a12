// Digests on a clock of the test's own: what one tells, exactly once a period, and no more rows read however old the record is.
import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, describe, expect, test } from "vitest";
import { deriveIdAt } from "#core/id";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { findNextDue } from "../../worker/actions/find-next-due.ts";
import { gatherDigest } from "../../worker/actions/gather-digest.ts";
import { sendDigests } from "../../worker/actions/send-digests.ts";
import type { Services } from "../../worker/services.ts";
import { countRows } from "../bench/count-rows.ts";
import { DAY, HOUR, openDigests, ROWS_A_TIME, seedDay, TUESDAY } from "./digest-world.ts";
import type { DigestWorld } from "./digest-world.ts";

let world: DigestWorld;
let services: Services;

beforeEach(async () => {
  world = await openDigests();
  ({ services } = world);
});

describe("what one tells", () => {
  test("everything of its day, nothing of the days around it", async () => {
    for (const [day, times] of [
      [-1, 1],
      [0, 2],
      [1, 4],
    ] as const)
      await seedDay({ startsAt: TUESDAY + day * DAY, times });
    const span = { startsAt: TUESDAY, endsAt: TUESDAY + DAY };
    world.moveTo(TUESDAY + 31 * HOUR);
    const figures = await gatherDigest(services, { span, zone: "UTC", daysAhead: 1 });
    expect(figures.totals).toEqual({
      received: 6,
      sent: 8,
      delivered: 6,
      failed: 2,
      unknown: 0,
      answers: 2,
      optOuts: 2,
    });
    expect(figures.before).toMatchObject({ received: 3, sent: 4, answers: 1 });
    expect(figures.failures).toEqual([{ words: "the number is not in use", count: 2 }]);
    expect(figures.hours).toEqual([{ at: TUESDAY + 9 * HOUR, count: 10 }]);
    expect(figures.categories).toEqual([{ funnel: "lead", category: "hot", people: 2 }]);
    expect(figures.flows).toMatchObject([
      { name: "Product review", begun: 4, completed: 2, completedBefore: 1 },
    ]);
    expect(figures.flows[0]?.notable).toMatchObject([
      { kind: "lowest", name: "Ann", rating: "1/5", words: "It broke." },
    ]);
    expect(figures.attention.notices).toEqual([{ kind: "doubtful", count: 2 }]);
    expect(figures.attention.doubtful[0]).toEqual({ name: "Ann", words: "stop it, please" });
  });

  test("what a campaign sent on a later day than it was launched counts on that day", async () => {
    const launchedAt = TUESDAY - 5 * HOUR;
    const addMessage = (at: number, status: string, rank: number) =>
      env.DB.prepare(
        `INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, receipts, at, campaign_id)
         VALUES (?, 'ann-phone', 'out', 'sms', 'campaign', '', '[]', ?, ?, '[]', ?, 'campaign')`,
      ).bind(deriveIdAt(launchedAt, at), status, rank, at);
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO campaigns (id, name, line_id, config, revision, state, state_seq, state_at, state_by, launched_at, created_at, created_by, changed_at)
         VALUES ('campaign', 'Parcels', 'line', '{}', 1, 'sending', 1, ?1, 'owner', ?1, 0, 'owner', 0)`,
      ).bind(launchedAt),
      addMessage(TUESDAY - HOUR, "delivered", 54),
      addMessage(TUESDAY + HOUR, "delivered", 54),
      addMessage(TUESDAY + 2 * HOUR, "delivered", 54),
      addMessage(TUESDAY + DAY, "delivered", 54),
    ]);
    const span = { startsAt: TUESDAY, endsAt: TUESDAY + DAY };
    const figures = await gatherDigest(services, { span, zone: "UTC", daysAhead: 1 });
    expect([figures.totals.sent, figures.before.sent]).toEqual([2, 1]);
    expect(figures.campaigns).toMatchObject([{ name: "Parcels", state: "sending", sent: 4 }]);
  });

  test("ten times the archive reads the same rows, and at most five times the day's", async () => {
    const TIMES = 8;
    const span = { startsAt: TUESDAY, endsAt: TUESDAY + DAY };
    for (const day of [0, 3]) await seedDay({ startsAt: TUESDAY - day * DAY, times: TIMES });
    const measure = async () => {
      const { d1, rows } = countRows(env.DB);
      await gatherDigest({ ...services, d1, db: drizzle(d1) }, { span, zone: "UTC", daysAhead: 1 });
      return rows.read;
    };
    const alone = await measure();
    for (let day = 4; day < 13; day += 1) await seedDay({ startsAt: TUESDAY - day * DAY, times: TIMES });
    expect(await measure()).toBe(alone);
    expect(alone).toBeLessThanOrEqual(5 * TIMES * ROWS_A_TIME);
  });
});

test("whoever is erased is in no digest that went out", async () => {
  await seedDay({ startsAt: TUESDAY, times: 1 });
  await world.subscribe();
  await world.tickAt(TUESDAY + 31 * HOUR);
  expect((await world.emails())[0]?.body).toContain("It broke.");
  await env.DB.prepare("UPDATE emails SET state = 'sent', rank = 20").run();
  await applyRecords(services, [{ kind: "erase", addressId: "ann-phone", at: TUESDAY + 32 * HOUR }]);
  expect((await world.emails())[0]?.body).toBe("");
});

describe("exactly one a period", () => {
  test("at its hour, however often cron runs, twice at once, and after it was thrown out", async () => {
    await world.subscribe();
    expect(await world.tickAt(TUESDAY + 31 * HOUR - 1, 3)).toEqual([]);
    expect(await world.tickAt(TUESDAY + 31 * HOUR, 3)).toEqual(["Tuesday 8 July: all quiet"]);
    expect(await world.tickAt(TUESDAY + 31 * HOUR + 300_000, 2)).toHaveLength(1);
    expect(await world.tickAt(TUESDAY + 55 * HOUR, 2)).toHaveLength(2);
    expect(new Set(world.offered).size).toBe(2);
  });

  test("a day without cron: one e-mail of both days, and then on as always", async () => {
    await world.subscribe();
    await world.tickAt(TUESDAY + 31 * HOUR);
    const [, second, ...more] = await world.tickAt(TUESDAY + 3 * DAY + 9 * HOUR, 2);
    expect([second, more]).toEqual([expect.stringMatching(/^9\s?–\s?10 July: all quiet$/), []]);
    expect((await world.emails())[1]?.body).toContain("This is about 2 days at once");
    expect(await world.tickAt(TUESDAY + 4 * DAY + 7 * HOUR)).toHaveLength(3);
  });

  test("two ticks on both sides of an hour tell no day twice", async () => {
    await world.subscribe();
    const late = TUESDAY + DAY + 7 * HOUR;
    world.moveTo(late);
    // The second one reads what the first has not yet moved, a day later.
    const slow = { ...services, clock: { now: () => late + DAY } };
    await Promise.all([sendDigests(services), sendDigests(slow)]);
    world.moveTo(late + DAY);
    await sendDigests(services);
    const told = (await world.emails()).map(({ subject }) => subject);
    expect([
      ["Tuesday 8 July: all quiet", "Wednesday 9 July: all quiet"],
      [expect.stringMatching(/^8\s?–\s?9 July/)],
    ]).toContainEqual(told);
  });

  test("quiet days are skipped where that is wished, and told all the same", async () => {
    const { id } = await world.subscribe({ skipWhenQuiet: true });
    expect(await world.tickAt(TUESDAY + 31 * HOUR)).toEqual([]);
    await seedDay({ startsAt: TUESDAY + DAY, times: 1 });
    expect(await world.tickAt(TUESDAY + 55 * HOUR)).toEqual([expect.stringMatching(/^Wednesday 9 July: /)]);
    const row = await env.DB.prepare("SELECT told_until AS at FROM digests WHERE id = ?")
      .bind(id)
      .first<{ at: number }>();
    expect(row?.at).toBe(TUESDAY + 2 * DAY);
  });

  test("each in the zone of who reads it, and the demo's clock stops there", async () => {
    await world.subscribe({ zone: "Pacific/Auckland", email: "kiri@example.org" });
    await world.subscribe({ zone: "America/New_York", email: "noah@example.org" });
    for (const [hour, subject] of [
      [11, "Monday 7 July: all quiet"],
      [19, "Tuesday 8 July: all quiet"],
      [35, "Tuesday 8 July: all quiet"],
    ] as const) {
      expect(await findNextDue(services, world.now(), true)).toBe(TUESDAY + hour * HOUR);
      expect((await world.tickAt(TUESDAY + hour * HOUR)).at(-1)).toBe(subject);
    }
    expect(await world.emails()).toHaveLength(3);
  });

  test("what fails for one stops no other", async () => {
    await world.subscribe();
    await env.DB.prepare(
      "INSERT INTO digests (id, config, told_until, created_at, changed_at) SELECT '0', json_set(config, '$.zone', 'Nowhere/None'), told_until, 0, 0 FROM digests",
    ).run();
    expect(await world.tickAt(TUESDAY + 31 * HOUR)).toHaveLength(1);
  });
});
