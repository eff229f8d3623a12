// What the record moves in a funnel: answers, silence, failures, being left out, a STOP, an erasure.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { called, people, publishFlows, record, report, startWorld, turn } from "./funnel-world.ts";

const MONDAY = "2026-11-23";
const SLOTS = { weekdays: [1, 2, 3, 4, 5], hours: [10], holidays: [] };

beforeAll(publishFlows);

describe("what the record moves", () => {
  const MORNING = `${MONDAY}T10:00:00Z`;

  async function asked(count = 1) {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS });
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

  test("what the staff or an import called them counts before the next slot begins with them", async () => {
    const world = await startWorld(`${MONDAY}T08:00:00Z`, { slots: SLOTS });
    const ids = await people(3);
    const [known = "", older = "", fresh = ""] = ids;
    await callRemoved(older, `${MONDAY}T07:00:00Z`);
    await world.enrol(`${MONDAY}T08:00:00Z`, ids);
    await callRemoved(known, `${MONDAY}T09:00:00Z`);
    await world.tick(MORNING);
    expect(await world.begunAt(MORNING)).toEqual([older, fresh]);
    expect(await world.member(known)).toMatchObject({ phase: "out", category: "Removed", cause: "answer" });
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

/** As an import writes it. */
function callRemoved(id: string, at: string) {
  return env.DB.prepare(
    "INSERT INTO categories (contact_id, funnel, category, changed_at, source) VALUES (?, 'energy_advice', 'Removed', ?, 'import:1')",
  )
    .bind(id, Date.parse(at))
    .run();
}
