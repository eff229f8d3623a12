// A funnel's slots: who is begun with, once, whatever cron and the queue do; and what the record moves.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { runFunnelSlot } from "../../worker/actions/run-funnel-slot.ts";
import { tickFunnels } from "../../worker/actions/tick-funnels.ts";
import { called, people, publishFlows, record, report, startWorld, turn } from "./funnel-world.ts";

const MONDAY = "2026-11-23";
const SLOTS = { weekdays: [1, 2, 3, 4, 5], hours: [10, 11, 12], holidays: [] };

beforeAll(publishFlows);

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

describe("what the record moves", () => {
  const MORNING = `${MONDAY}T10:00:00Z`;

  async function asked(count = 1) {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: { ...SLOTS, hours: [10] } });
    const ids = await people(count);
    await world.enrol(`${MONDAY}T08:00:00Z`, ids);
    await world.tick(MORNING);
    return { world, ids, id: ids[0] ?? "" };
  }

  test("answers in any order, twice and late, come to the same", async () => {
    const yes = called("Interested");
    const call = called("Sent to call");
    const orders = [
      [0, 1],
      [1, 0],
      [1, 0, 1, 0],
    ];
    const { world, ids } = await asked(orders.length);
    for (const [place, order] of orders.entries()) {
      const id = ids[place] ?? "";
      await report(world, id, MORNING, "delivered");
      const turns = [turn(id, `${MONDAY}T10:05:00Z`, yes), turn(id, `${MONDAY}T10:06:00Z`, call)];
      for (const which of order)
        await record(world, `${MONDAY}T10:10:00Z`, turns[which] ?? turn(id, MORNING));
      expect(await world.member(id)).toMatchObject({ phase: "out", category: "Sent to call" });
    }
  });

  test("silence leads on after its days, and a no that was recorded late still counts", async () => {
    const { world, id } = await asked();
    await report(world, id, `${MONDAY}T10:01:00Z`, "delivered");
    await world.tick("2026-11-26T10:00:59Z");
    expect(await world.member(id)).toMatchObject({ phase: "asked" });
    await world.tick("2026-11-26T10:01:00Z");
    expect(await world.member(id)).toMatchObject({
      phase: "waiting",
      stage: "reactivation-1",
      category: "Waiting",
      dueAt: Date.parse("2026-11-30T00:00:00Z"),
    });
    await world.tick("2026-11-30T10:00:00Z");
    expect(await world.member(id)).toMatchObject({ phase: "asked", stage: "reactivation-1", round: 2 });
    await record(world, "2026-11-30T10:05:00Z", turn(id, "2026-11-26T09:00:00Z", called("Deleted")));
    expect(await world.member(id)).toMatchObject({ phase: "out", category: "Deleted" });
    expect(await world.historyOf(id)).toEqual([
      "enrolled: activation new null",
      "begun: activation asked Asked",
      "silence: reactivation-1 waiting Waiting",
      "begun: reactivation-1 asked Asked",
      "answer: reactivation-1 out Deleted",
    ]);
    const category = await env.DB.prepare("SELECT category FROM categories WHERE contact_id = ?")
      .bind(id)
      .first("category");
    expect(category).toBe("Deleted");
  });

  test("a number that does not exist leads out at once, one that was out of reach after an hour", async () => {
    const { world, ids } = await asked(2);
    const [gone = "", off = ""] = ids;
    await report(world, gone, MORNING, "undelivered", { errorCode: 30_005 });
    await report(world, off, MORNING, "undelivered", { errorCode: 30_003 });
    await applyRecords(world.at(`${MONDAY}T10:03:00Z`), [news(gone), news(off)]);
    expect(await world.member(gone)).toMatchObject({
      phase: "out",
      category: "Not reached",
      cause: "failure",
    });
    expect(await world.member(off)).toMatchObject({ phase: "asked" });
    await world.tick(`${MONDAY}T12:10:00Z`);
    expect(await world.member(off)).toMatchObject({
      phase: "out",
      category: "Not reached",
      cause: "failure",
    });
  });

  test("who was left out for now is due another day, who may not be written to is out", async () => {
    const { world, ids } = await asked(2);
    const [busy = "", never = ""] = ids;
    const campaignId = (await world.member(busy))?.campaignId ?? "";
    const exclude = (id: string, reason: string) =>
      env.DB.prepare("INSERT INTO exclusions (campaign_id, contact_id, reason, at) VALUES (?, ?, ?, 0)")
        .bind(campaignId, id, reason)
        .run();
    await exclude(busy, "in-conversation");
    await exclude(never, "no-consent");
    await world.tick(`${MONDAY}T11:00:00Z`);
    expect(await world.member(busy)).toMatchObject({
      phase: "waiting",
      cause: "held",
      dueAt: Date.parse("2026-11-24T00:00:00Z"),
    });
    expect(await world.member(never)).toMatchObject({
      phase: "out",
      category: "Not allowed",
      cause: "excluded",
    });
    await world.tick("2026-11-24T10:00:00Z");
    expect(await world.member(busy)).toMatchObject({ phase: "asked", round: 2, stage: "activation" });
  });

  test("a STOP, an erasure and a hand of the staff lead out; only who may return does", async () => {
    const { world, ids } = await asked(3);
    const [stop = "", erased = "", answered = ""] = ids;
    const consents = [
      {
        id: crypto.randomUUID(),
        kind: "opt-out",
        source: "person",
        words: "STOP",
        at: Date.parse(MORNING) + 1,
      },
    ] as const;
    await record(world, MORNING, { ...turn(stop, MORNING), consents });
    expect(await world.member(stop)).toMatchObject({
      phase: "out",
      category: "Opted out",
      cause: "opted-out",
    });
    await applyRecords(world.at(MORNING), [{ kind: "erase", addressId: erased, at: Date.parse(MORNING) }]);
    expect(await world.member(erased)).toMatchObject({ phase: "out", cause: "erased" });
    await record(world, `${MONDAY}T10:10:00Z`, turn(answered, `${MONDAY}T10:05:00Z`, called("Removed")));
    expect(await world.enrol(`${MONDAY}T10:20:00Z`, ids)).toEqual({ added: 0, returned: 0, same: 2 });
    expect(await world.enrol(`${MONDAY}T10:20:00Z`, [answered], true)).toEqual({
      added: 0,
      returned: 1,
      same: 0,
    });
    expect(await world.member(answered)).toMatchObject({ phase: "new", category: null, round: 0 });
  });
});

/** News of a message that failed, whatever its code was. */
function news(addressId: string) {
  const messageId = crypto.randomUUID();
  return {
    kind: "outcome",
    messageId,
    addressId,
    status: "failed",
    sid: null,
    isMatchedBySid: false,
    errorCode: null,
    at: 0,
  } as const;
}
