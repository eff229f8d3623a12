// A funnel's slots: who is begun with, once, whatever cron and the queue do.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { findNextDue } from "../../worker/actions/find-next-due.ts";
import { runFunnelSlot } from "../../worker/actions/run-funnel-slot.ts";
import { tickFunnels } from "../../worker/actions/tick-funnels.ts";
import { called, people, publishFlows, record, report, startWorld, turn } from "./funnel-world.ts";

const MONDAY = "2026-11-23";
const SLOTS = { weekdays: [1, 2, 3, 4, 5], hours: [10, 11, 12], holidays: [] };

beforeAll(publishFlows);

describe("the demo's clock", () => {
  test("stops at slots with somebody to begin with, and where silence is to be noticed", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 5 });
    const next = async (iso: string, isSwept = true) => {
      const at = await findNextDue(world.at(iso), Date.parse(iso), isSwept);
      return at === null ? null : new Date(at).toISOString();
    };
    expect(await next(`${MONDAY}T08:00:00Z`)).toBeNull();
    const [id = ""] = await people(1);
    await world.enrol(`${MONDAY}T08:00:00Z`, [id]);
    expect(await next(`${MONDAY}T08:00:00Z`)).toBe(`${MONDAY}T10:00:00.000Z`);
    // A slot that nobody ran yet is run before anybody jumps on; once cron has looked, what is left is stuck.
    expect(await next(`${MONDAY}T10:20:00Z`, false)).toBe(`${MONDAY}T10:20:00.001Z`);
    await world.tick(`${MONDAY}T10:20:00Z`);
    expect(await world.begunAt(`${MONDAY}T10:00:00Z`)).toEqual([id]);
    await report(world, id, `${MONDAY}T10:20:00Z`, "delivered");
    await env.DB.prepare("DELETE FROM campaigns").run();
    // Whether it left is looked at once an hour; then three days of silence, and the Monday slot after the fourth.
    expect(await next(`${MONDAY}T10:20:00Z`)).toBe(`${MONDAY}T11:00:00.000Z`);
    await world.tick(`${MONDAY}T11:00:00Z`);
    expect(await next(`${MONDAY}T11:00:00Z`)).toBe("2026-11-26T10:20:00.000Z");
    await world.tick("2026-11-26T10:20:00Z");
    expect(await next("2026-11-26T10:20:00Z")).toBe("2026-11-30T10:00:00.000Z");
    // Paused it begins with nobody.
    await env.DB.prepare("UPDATE funnels SET state = 'paused' WHERE id = ?").bind(world.funnelId).run();
    expect(await next("2026-11-26T10:20:00Z")).toBeNull();
  });
});

describe("slots", () => {
  test("the day's cap is spread over its slots; those whose date has come go first and count", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 5 });
    const [early = "", ...rest] = await people(12);
    await world.enrol(`${MONDAY}T08:00:00Z`, [early]);
    await world.tick(`${MONDAY}T10:01:00Z`);
    expect(await world.begunAt(`${MONDAY}T10:00:00Z`)).toEqual([early]);
    await report(world, early, `${MONDAY}T10:02:00Z`, "delivered");
    await record(
      world,
      `${MONDAY}T10:05:00Z`,
      turn(
        early,
        `${MONDAY}T10:05:00Z`,
        { kind: "field", name: "energy_advice_again", value: "2026-11-24" },
        called("Waiting"),
      ),
    );
    await world.enrol(`${MONDAY}T10:30:00Z`, rest);
    await world.tick(`${MONDAY}T11:00:00Z`);
    await world.tick(`${MONDAY}T12:00:00Z`);
    expect(await world.begunAt(`${MONDAY}T11:00:00Z`)).toEqual(rest.slice(0, 2));
    expect(await world.begunAt(`${MONDAY}T12:00:00Z`)).toEqual(rest.slice(2, 4));
    await world.tick(`${MONDAY}T13:00:00Z`);
    await world.tick("2026-11-24T10:00:00Z");
    expect(await world.begunAt("2026-11-24T10:00:00Z")).toEqual([early, rest[4]]);
  });

  test("cron twice, jobs side by side and redelivered: nobody is begun with twice", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 9 });
    const ids = await people(9);
    await world.enrol(`${MONDAY}T08:00:00Z`, ids);
    const at = Date.parse(`${MONDAY}T10:00:00Z`);
    await tickFunnels(world.at(`${MONDAY}T10:00:30Z`));
    await tickFunnels(world.at(`${MONDAY}T10:00:31Z`));
    expect(world.jobs.filter(({ kind }) => kind === "funnel-slot")).toHaveLength(2);
    const run = () => runFunnelSlot(world.at(`${MONDAY}T10:00:40Z`), world.funnelId, at);
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await world.begunAt(`${MONDAY}T10:00:00Z`)).toEqual(ids.slice(0, 3));
    const { results } = await env.DB.prepare(
      "SELECT config FROM campaigns WHERE created_by = 'funnel:energy_advice' AND launched_at = ?",
    )
      .bind(Date.parse(`${MONDAY}T10:00:40Z`))
      .all<{ config: string }>();
    expect(results.map(({ config }) => JSON.parse(config))).toMatchObject([
      { audience: { kind: "contacts", contacts: ids.slice(0, 3) }, inConversation: "skip" },
    ]);
  });

  test("a delivery that looked before another had chosen chooses nobody", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 9 });
    const ids = await people(9);
    await world.enrol(`${MONDAY}T08:00:00Z`, ids);
    const at = Date.parse(`${MONDAY}T10:00:00Z`);
    const services = world.at(`${MONDAY}T10:00:40Z`);
    const first = () => runFunnelSlot(services, world.funnelId, at);
    const d1 = interrupted(services.d1, "sum(people) AS people", first);
    await runFunnelSlot({ ...services, d1 }, world.funnelId, at);
    expect(await world.begunAt(`${MONDAY}T10:00:00Z`)).toEqual(ids.slice(0, 3));
  });

  test("cron late by less than an hour runs the slot, later gives its share to the others", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 6 });
    const ids = await people(6);
    await world.enrol(`${MONDAY}T08:00:00Z`, ids);
    await world.tick(`${MONDAY}T09:59:59Z`);
    await world.tick(`${MONDAY}T11:59:00Z`);
    expect(await world.begunAt(`${MONDAY}T10:00:00Z`)).toEqual([]);
    expect(await world.begunAt(`${MONDAY}T11:00:00Z`)).toEqual(ids.slice(0, 3));
    await world.tick(`${MONDAY}T12:59:59Z`);
    expect(await world.begunAt(`${MONDAY}T12:00:00Z`)).toEqual(ids.slice(3));
    await runFunnelSlot(world.at(`${MONDAY}T13:30:00Z`), world.funnelId, Date.parse(`${MONDAY}T10:00:00Z`));
    expect(await world.begunAt(`${MONDAY}T10:00:00Z`)).toEqual([]);
  });

  test("a slot that broke after it had chosen is gone on with, and chooses nobody else", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 3 });
    const ids = await people(3);
    await world.enrol(`${MONDAY}T08:00:00Z`, ids);
    const now = `${MONDAY}T10:00:00Z`;
    await tickFunnels(world.at(now));
    world.jobs.length = 0;
    // The second id of its own would be that of the campaign's audit row.
    const services = world.at(now);
    let minted = 0;
    const mint = (): string => {
      minted += 1;
      if (minted > 1) throw new Error("away");
      return services.mint();
    };
    await expect(runFunnelSlot({ ...services, mint }, world.funnelId, Date.parse(now))).rejects.toThrow(
      "away",
    );
    expect(await world.begunAt(now)).toEqual(ids.slice(0, 1));
    await world.tick(`${MONDAY}T10:10:00Z`);
    const member = await world.member(ids[0] ?? "");
    const launched = await env.DB.prepare("SELECT launched_at FROM campaigns WHERE id = ?")
      .bind(member?.campaignId ?? "")
      .first("launched_at");
    expect(launched).toBe(Date.parse(`${MONDAY}T10:10:00Z`));
    expect(await world.begunAt(now)).toEqual(ids.slice(0, 1));
  });

  test("a funnel whose flow went begins with nobody, and raises one alarm", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS, dailyCap: 9 });
    const [id = ""] = await people(1);
    await world.enrol(`${MONDAY}T08:00:00Z`, [id]);
    await archive(1);
    await world.tick(`${MONDAY}T10:00:00Z`);
    await world.tick(`${MONDAY}T10:05:00Z`);
    expect(await world.member(id)).toMatchObject({ phase: "new" });
    const { results } = await env.DB.prepare("SELECT kind, text FROM alarms WHERE subject = ?")
      .bind(world.funnelId)
      .all();
    expect(results).toEqual([
      {
        kind: "funnel-stuck",
        text: 'The funnel Energy advice begins with nobody: "Activation" begins the flow "energy-activation", which does not exist.',
      },
    ]);
    await archive(null);
    await world.tick(`${MONDAY}T10:10:00Z`);
    expect(await world.member(id)).toMatchObject({ phase: "asked" });
  });

  test("a weekend, a holiday and a paused funnel begin with nobody", async () => {
    const world = await startWorld("2026-11-21T08:00:00Z", {
      slots: { ...SLOTS, holidays: [MONDAY] },
      dailyCap: 9,
    });
    const [id = ""] = await people(1);
    await world.enrol("2026-11-21T08:00:00Z", [id]);
    for (const day of ["2026-11-21", "2026-11-22", MONDAY]) await world.tick(`${day}T10:00:00Z`);
    expect(await world.member(id)).toMatchObject({ phase: "new" });
    await env.DB.prepare("UPDATE funnels SET state = 'paused' WHERE id = ?").bind(world.funnelId).run();
    await world.tick("2026-11-24T10:00:00Z");
    expect(await world.member(id)).toMatchObject({ phase: "new" });
  });
});

/** Takes the first stage's flow out of use, or (null) puts it back. */
function archive(at: number | null) {
  return env.DB.prepare("UPDATE flows SET archived_at = ? WHERE slug = 'energy-activation'").bind(at).run();
}

/** D1 in which somebody else gets in before the statement with those words. */
function interrupted(d1: D1Database, words: string, before: () => Promise<void>): D1Database {
  const prepare = (query: string): D1PreparedStatement => {
    const statement = d1.prepare(query);
    if (!query.includes(words)) return statement;
    const bind = (...values: unknown[]) => {
      const bound = statement.bind(...values);
      return { all: () => before().then(() => bound.all()) };
    };
    return { bind } as unknown as D1PreparedStatement;
  };
  return { prepare, batch: (statements: D1PreparedStatement[]) => d1.batch(statements) } as D1Database;
}
