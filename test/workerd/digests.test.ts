// Digests on a clock of the test's own: what one tells, exactly once a period, and no more rows read however old the record is.
import { env, exports } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, describe, expect, test } from "vitest";
import { DigestConfig } from "#core/digest/config";
import { deriveIdAt } from "#core/id";
import { createDigest } from "../../worker/actions/create-digest.ts";
import { findNextDue } from "../../worker/actions/find-next-due.ts";
import { gatherDigest } from "../../worker/actions/gather-digest.ts";
import { sendDigests } from "../../worker/actions/send-digests.ts";
import { OWNER } from "../../worker/actor.ts";
import type { DigestRow } from "../../worker/db/digests.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { countRows } from "../bench/count-rows.ts";
import { call, ok, ORIGIN } from "./api-calls.ts";
import { forgetDays, ROWS_A_TIME, seedDay, seedPeople } from "./digest-world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Tuesday. */
const TUESDAY = Date.parse("2031-07-08T00:00Z");

let now: number;
let offered: string[];
let services: Services;

beforeEach(async () => {
  await forgetDays();
  await seedPeople();
  now = TUESDAY + 10 * HOUR;
  offered = [];
  const email = {
    sendBatch: (messages: Iterable<MessageSendRequest<{ emailId: string }>>) => {
      for (const { body } of messages) offered.push(body.emailId);
      return Promise.resolve();
    },
  } as unknown as Services["email"];
  services = { ...(await openServices(env)), clock: { now: () => now }, email };
});

const subscribe = (more: object = {}): Promise<DigestRow> =>
  createDigest(services, OWNER, DigestConfig.parse({ email: "ann@example.org", ...more }));

interface Written {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly unsubscribeUrl: string | null;
}

async function emails(): Promise<Written[]> {
  const { results } = await env.DB.prepare(
    "SELECT id, subject, body, unsubscribe_url AS unsubscribeUrl FROM emails WHERE kind = 'digest' ORDER BY created_at",
  ).all<Written & Record<string, unknown>>();
  return results;
}

async function tickAt(time: number, times = 1): Promise<string[]> {
  now = time;
  await Promise.all(Array.from({ length: times }, () => sendDigests(services)));
  return (await emails()).map(({ subject }) => subject);
}

describe("what one tells", () => {
  test("everything of its day, nothing of the days around it", async () => {
    for (const [day, times] of [
      [-1, 1],
      [0, 2],
      [1, 4],
    ] as const)
      await seedDay({ startsAt: TUESDAY + day * DAY, times });
    const span = { startsAt: TUESDAY, endsAt: TUESDAY + DAY };
    now = TUESDAY + 31 * HOUR;
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
    expect(figures.before).toMatchObject({ received: 3, sent: 4, answers: 1, optOuts: 1 });
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
    expect(figures.campaigns).toMatchObject([{ name: "Parcels", state: "sending", sent: 1 }]);
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

describe("exactly one a period", () => {
  test("at its hour, however often cron runs, twice at once, and after it was thrown out", async () => {
    await subscribe();
    expect(await tickAt(TUESDAY + 31 * HOUR - 1, 3)).toEqual([]);
    expect(await tickAt(TUESDAY + 31 * HOUR, 3)).toEqual(["Tuesday 8 July: all quiet"]);
    expect(await tickAt(TUESDAY + 31 * HOUR + 300_000, 2)).toHaveLength(1);
    expect(await tickAt(TUESDAY + 55 * HOUR, 2)).toHaveLength(2);
    expect(new Set(offered).size).toBe(2);
  });

  test("a day without cron: one e-mail of both days, and then on as always", async () => {
    await subscribe();
    await tickAt(TUESDAY + 31 * HOUR);
    const [, second, ...more] = await tickAt(TUESDAY + 3 * DAY + 9 * HOUR, 2);
    expect([second, more]).toEqual([expect.stringMatching(/^9\s?–\s?10 July: all quiet$/), []]);
    expect((await emails())[1]?.body).toContain("This is about 2 days at once");
    expect(await tickAt(TUESDAY + 4 * DAY + 7 * HOUR)).toHaveLength(3);
  });

  test("two ticks on both sides of an hour tell no day twice", async () => {
    await subscribe();
    const late = TUESDAY + DAY + 7 * HOUR;
    now = late;
    // The second one reads what the first has not yet moved, a day later.
    const slow = { ...services, clock: { now: () => late + DAY } };
    await Promise.all([sendDigests(services), sendDigests(slow)]);
    now = late + DAY;
    await sendDigests(services);
    const told = (await emails()).map(({ subject }) => subject);
    expect([
      ["Tuesday 8 July: all quiet", "Wednesday 9 July: all quiet"],
      [expect.stringMatching(/^8\s?–\s?9 July/)],
    ]).toContainEqual(told);
  });

  test("quiet days are skipped where that is wished, and told all the same", async () => {
    const { id } = await subscribe({ skipWhenQuiet: true });
    expect(await tickAt(TUESDAY + 31 * HOUR)).toEqual([]);
    await seedDay({ startsAt: TUESDAY + DAY, times: 1 });
    expect(await tickAt(TUESDAY + 55 * HOUR)).toEqual([expect.stringMatching(/^Wednesday 9 July: /)]);
    const row = await env.DB.prepare("SELECT told_until AS at FROM digests WHERE id = ?")
      .bind(id)
      .first<{ at: number }>();
    expect(row?.at).toBe(TUESDAY + 2 * DAY);
  });

  test("each in the zone of who reads it, and the demo's clock stops there", async () => {
    await subscribe({ zone: "Pacific/Auckland", email: "kiri@example.org" });
    await subscribe({ zone: "America/New_York", email: "noah@example.org" });
    for (const [hour, subject] of [
      [11, "Monday 7 July: all quiet"],
      [19, "Tuesday 8 July: all quiet"],
      [35, "Tuesday 8 July: all quiet"],
    ] as const) {
      expect(await findNextDue(services, now, true)).toBe(TUESDAY + hour * HOUR);
      expect((await tickAt(TUESDAY + hour * HOUR)).at(-1)).toBe(subject);
    }
    expect(await emails()).toHaveLength(3);
  });

  test("what fails for one stops no other", async () => {
    await subscribe();
    await env.DB.prepare(
      "INSERT INTO digests (id, config, told_until, created_at, changed_at) SELECT '0', json_set(config, '$.zone', 'Nowhere/None'), told_until, 0, 0 FROM digests",
    ).run();
    expect(await tickAt(TUESDAY + 31 * HOUR)).toHaveLength(1);
  });
});

describe("the end of it", () => {
  const secretOf = async (): Promise<string> =>
    ((await emails())[0]?.unsubscribeUrl ?? "").replace(/^https?:\/\/[^/]+/, "");
  const visit = (path: string, method = "GET") =>
    exports.default.fetch(new Request(`${ORIGIN}${path}`, { method }));

  test("the link only shows, a post ends it; again and again", async () => {
    const { id } = await subscribe();
    await tickAt(TUESDAY + 31 * HOUR);
    const path = await secretOf();
    expect(path).toMatch(new RegExp(`^/calendar/unsubscribe/${id}-[0-9a-f]{32}$`));
    const page = await visit(path);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining("<button>Unsubscribe</button>"),
    ]);
    expect((await ok(`GET /v1/digests/${id}`)).unsubscribedAt).toBeNull();
    for (let time = 0; time < 2; time += 1) {
      const done = await visit(path, "POST");
      expect([done.status, await done.text()]).toEqual([
        200,
        expect.stringContaining("You are unsubscribed"),
      ]);
    }
    expect((await ok(`GET /v1/digests/${id}`)).unsubscribedAt).not.toBeNull();
    expect(await tickAt(TUESDAY + 55 * HOUR)).toHaveLength(1);
    const again = await ok(`POST /v1/digests/${id}/resubscribe`);
    expect([again.unsubscribedAt, again.nextAt]).toEqual([null, expect.any(String)]);
  });

  test.each(["", "-0".repeat(16), "x"])("another link ends nothing: %j", async (more) => {
    const { id } = await subscribe();
    const path = `/calendar/unsubscribe/${id}${more}`;
    expect([(await visit(path)).status, (await visit(path, "POST")).status]).toEqual([404, 404]);
    expect((await ok(`GET /v1/digests/${id}`)).unsubscribedAt).toBeNull();
  });
});

describe("by API", () => {
  test("added, changed, seen, sent and ended; every deed on record", async () => {
    const added = await ok("POST /v1/digests", {
      email: "ann@example.org",
      zone: "Europe/London",
      at: "06:30",
    });
    expect(added).toMatchObject({ period: "daily", at: "06:30", skipWhenQuiet: false, flows: null });
    const changed = await ok(`PATCH /v1/digests/${added.id}`, { period: "weekly", weekday: 5, at: null });
    expect(changed).toMatchObject({ period: "weekly", weekday: 5, at: "07:00", toldUntil: added.toldUntil });
    expect((await ok("GET /v1/digests")).data).toHaveLength(1);
    const preview = await ok(`GET /v1/digests/${added.id}/preview?from=2031-07-08&to=2031-07-10`);
    expect(preview).toMatchObject({ subject: expect.stringMatching(/^8\s?–\s?10 July/), isQuiet: true });
    expect(preview.html).toContain("Nothing happened");
    const sent = await ok(`POST /v1/digests/${added.id}/send`);
    expect(sent).toMatchObject({ kind: "digest" });
    expect((await ok(`GET /v1/digests/${added.id}`)).toldUntil).toBe(added.toldUntil);
    expect((await call(`DELETE /v1/digests/${added.id}`)).status).toBe(204);
    const { results } = await env.DB.prepare("SELECT action FROM audit WHERE subject_id = ? ORDER BY id")
      .bind(added.id)
      .all<{ action: string }>();
    expect(results.map(({ action }) => action)).toEqual([
      "digest.create",
      "digest.change",
      "digest.send",
      "digest.remove",
    ]);
  });

  test.each([
    [{ email: "nobody" }],
    [{ email: "a@example.org", zone: "Nowhere" }],
    [{ email: "a@example.org", at: "7" }],
    [{ email: "a@example.org", weekday: 0 }],
    [{ email: "a@example.org", sections: ["all"] }],
  ])("refused: %j", async (body) => {
    expect((await call("POST /v1/digests", body)).status).toBe(422);
  });

  test("a preview is of a month at most", async () => {
    const { id } = await subscribe();
    expect((await call(`GET /v1/digests/${id}/preview?from=2031-01-01&to=2031-07-01`)).status).toBe(422);
    expect((await call(`GET /v1/digests/${id}/preview?from=2031-07-08&to=2031-07-01`)).status).toBe(422);
  });

  test("viewers see no numbers", async () => {
    const { id } = await subscribe();
    await env.DB.prepare(
      "INSERT INTO notices (id, kind, text, at) VALUES ('01999999-0000-7000-8000-000000000000', 'doubtful', 'stop, or call +447700900123', 0)",
    ).run();
    const { token } = await ok("POST /v1/tokens", { name: "viewer", role: "viewer" });
    const from = new Date(Number.parseInt("019999990000", 16)).toISOString().slice(0, 10);
    const path = `GET /v1/digests/${id}/preview?from=${from}`;
    expect((await ok(path)).html).toContain("+447700900123");
    const seen = await ok(path, undefined, { token });
    expect([seen.html.includes("stop, or call"), seen.html.includes("7700900123")]).toEqual([true, false]);
    expect((await ok(`GET /v1/digests/${id}`, undefined, { token })).email).toBe("a***@example.org");
    expect((await call("POST /v1/digests", { email: "b@example.org" }, { token })).status).toBe(403);
  });
});
