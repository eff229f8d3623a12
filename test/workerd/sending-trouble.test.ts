// A campaign in trouble: stopped by hand, refused by the carrier, failing late, left alone by its consumers.
import { env } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import type { ReceiptRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { sweepTimers } from "../../worker/actions/sweep-timers.ts";
import { openServices } from "../../worker/services.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { addLine, allAre, comesTo, launch, plan, rowsOf, senderOf, start, stateIs } from "./campaign.ts";
import type { Campaign } from "./campaign.ts";
import { freshNumber } from "./story.ts";

const TIMEOUT = { timeout: 60_000 };
const HOUR = 3_600_000;

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const some = (count: number) => Array.from({ length: count }, freshNumber);
const postsTo = ({ people }: Campaign) =>
  carrier.posted.filter(({ to }) => people.some(({ number }) => number === to));

function receipt(campaign: Campaign, place: number, code: number): ReceiptRecord {
  const { messageId, addressId } = campaign.people[place] ?? { messageId: "", addressId: "" };
  const more = { sid: `SM${place}`, status: "undelivered", errorCode: code, at: Date.now() } as const;
  return { kind: "receipt", messageId, addressId, ...more };
}

async function alarmsAbout(subject: string): Promise<readonly string[]> {
  const { results } = await env.DB.prepare("SELECT kind FROM alarms WHERE subject = ?")
    .bind(subject)
    .all<{ kind: string }>();
  return results.map(({ kind }) => kind);
}

describe("by hand", TIMEOUT, () => {
  test("a pause in the middle of a page stops it within three seconds; resumed, everybody gets theirs once", async () => {
    const line = await addLine({ segmentsPerSecond: 4 });
    const campaign = await launch({ line, people: some(12), now: Date.now() });
    await comesTo(() => Promise.resolve(postsTo(campaign).length >= 3 || null));
    const move = { campaignId: campaign.id, actor: "test", reason: "a typo" } as const;
    const sender = senderOf(campaign);
    expect(await sender.move({ ...move, to: "paused", now: Date.now() })).toEqual({
      kind: "moved",
      state: "paused",
    });
    const answeredAt = Date.now();
    await scheduler.wait(3_500);
    const before = postsTo(campaign).length;
    expect(postsTo(campaign).every(({ at }) => at <= answeredAt + 3_000)).toBe(true);
    expect(before).toBeLessThan(12);
    expect(await stateIs(campaign, "paused")).toMatchObject({ reason: "a typo" });

    await sender.move({ ...move, to: "sending", reason: null, now: Date.now() });
    await allAre(campaign, "accepted");
    expect(postsTo(campaign).map(({ to }) => to)).toHaveLength(12);
    expect(new Set(postsTo(campaign).map(({ to }) => to)).size).toBe(12);
  });

  test("a cancelled campaign sends no more, and says so of everybody it did not reach", async () => {
    const line = await addLine({ segmentsPerSecond: 2 });
    const campaign = await launch({ line, people: some(10), now: Date.now() });
    await comesTo(() => Promise.resolve(postsTo(campaign).length >= 2 || null));
    const call = { campaignId: campaign.id, actor: "test", reason: null, now: Date.now() } as const;
    await senderOf(campaign).move({ ...call, to: "cancelled" });
    const rows = await allAre(campaign, "accepted", "canceled");
    const sent = rows.filter(({ status }) => status === "accepted");
    expect(sent).toHaveLength(postsTo(campaign).length);
    expect(new Set(rows.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(["over"]));
    expect(await senderOf(campaign).move({ ...call, to: "sending" })).toMatchObject({ kind: "refused" });
  });
});

describe("the carrier", TIMEOUT, () => {
  test("too many requests: the line waits and everybody gets theirs once", async () => {
    const line = await addLine();
    carrier.next = "too-many";
    const campaign = await launch({ line, people: some(8), now: Date.now() });
    await allAre(campaign, "accepted");
    expect(postsTo(campaign)).toHaveLength(8);
    expect(await stateIs(campaign, "done")).toMatchObject({ state: "done" });
  });

  test("took it and hung up: looked up, and not sent again", async () => {
    const line = await addLine();
    carrier.next = "accept-and-hang-up";
    const campaign = await launch({ line, now: Date.now() });
    await allAre(campaign, "accepted");
    expect(postsTo(campaign)).toHaveLength(3);
  });

  test("hung up on us: unknown, which staff see; the campaign ends all the same", async () => {
    const line = await addLine();
    carrier.next = "hang-up";
    const campaign = await launch({ line, now: Date.now() });
    const rows = await allAre(campaign, "accepted", "unknown");
    expect(rows.filter(({ status }) => status === "unknown")).toHaveLength(1);
    expect(postsTo(campaign)).toHaveLength(2);
    expect(await stateIs(campaign, "done")).toMatchObject({ state: "done" });
  });

  test("refuses our credentials: every campaign of the line pauses with an alarm, and nobody's message fails", async () => {
    const line = await addLine({ segmentsPerSecond: 2 });
    const campaign = await plan({ line, people: some(3), now: Date.now() });
    carrier.next = { code: 20_003, status: 401 };
    await start(campaign, Date.now());
    expect(await stateIs(campaign, "paused")).toMatchObject({
      reason: expect.stringContaining("credentials"),
    });
    expect(await alarmsAbout(line.id)).toEqual(["credentials-refused"]);
    const call = { campaignId: campaign.id, actor: "test", reason: null, now: Date.now() } as const;
    await senderOf(campaign).move({ ...call, to: "sending" });
    await allAre(campaign, "accepted");
    expect(postsTo(campaign)).toHaveLength(3);
  });

  test("says later that our number is not registered (30034): the campaign pauses, in words, with an alarm", async () => {
    const line = await addLine({ segmentsPerSecond: 1 });
    const campaign = await launch({ line, people: some(8), now: Date.now() });
    const [first] = await comesTo(async () => {
      const sent = (await rowsOf(campaign)).filter(({ status }) => status === "accepted");
      return sent.length > 0 ? sent : null;
    });
    const place = campaign.people.findIndex(({ messageId }) => messageId === first?.id);
    await applyRecords(await openServices(env), [receipt(campaign, place, 30_034)]);
    const { reason } = await stateIs(campaign, "paused");
    expect(reason).toContain("30034: the number is not registered for A2P 10DLC");
    expect(await alarmsAbout(campaign.id)).toEqual(["campaign-paused"]);
    expect(postsTo(campaign).length).toBeLessThan(8);
  });
});

describe("a failure that is told later", TIMEOUT, () => {
  test("out of reach (30003): another attempt in some hours, once, however often it is told", async () => {
    const line = await addLine();
    const campaign = await launch({ line, now: Date.now() });
    await allAre(campaign, "accepted");
    const services = await openServices(env);
    const news = receipt(campaign, 0, 30_003);
    await applyRecords(services, [news]);
    await applyRecords(services, [news]);
    const second = (await rowsOf(campaign)).filter(({ attempt }) => attempt === 2);
    expect(second).toMatchObject([{ status: "pending", reason: "tried-again", lineId: line.id }]);
    expect((second[0]?.dueAt ?? 0) - Date.now()).toBeGreaterThan(3 * HOUR);
  });

  test("not on WhatsApp (63024): the same words go by the other line, at its own pace", async () => {
    const fallback = await addLine();
    const line = await addLine({ channel: "whatsapp", sender: "whatsapp", address: freshNumber() });
    const campaign = await launch({ line, fallback, people: some(1), now: Date.now() });
    await allAre(campaign, "accepted");
    const services = await openServices(env);
    await applyRecords(services, [receipt(campaign, 0, 63_024)]);
    const rows = await comesTo(async () => {
      const all = await rowsOf(campaign);
      return all.some(({ attempt, status }) => attempt === 2 && status === "accepted") ? all : null;
    });
    expect(rows.find(({ attempt }) => attempt === 2)).toMatchObject({ lineId: fallback.id });
    const last = carrier.posted.at(-1);
    expect([last?.to, last?.form.get("From"), last?.body]).toEqual([
      campaign.people[0]?.number,
      fallback.address,
      "Hello from us.",
    ]);
  });

  test("a cancelled campaign opens no other attempt", async () => {
    const line = await addLine({ segmentsPerSecond: 2 });
    const campaign = await launch({ line, people: some(6), now: Date.now() });
    const [first] = await comesTo(async () => {
      const sent = (await rowsOf(campaign)).filter(({ status }) => status === "accepted");
      return sent.length > 0 ? sent : null;
    });
    const call = { campaignId: campaign.id, actor: "test", reason: null, now: Date.now() } as const;
    await senderOf(campaign).move({ ...call, to: "cancelled" });
    await allAre(campaign, "accepted", "canceled");
    const place = campaign.people.findIndex(({ messageId }) => messageId === first?.id);
    await applyRecords(await openServices(env), [receipt(campaign, place, 30_003)]);
    const second = (await rowsOf(campaign)).filter(({ attempt }) => attempt === 2);
    expect(second).toMatchObject([{ status: "canceled", reason: "over" }]);
  });
});

describe("left alone", TIMEOUT, () => {
  test("a Sender whose alarm was lost is found by the sweep, after an eviction too", async () => {
    const line = await addLine();
    const startAt = Date.now() + 24 * HOUR;
    const campaign = await launch({ line, startAt, now: Date.now() });
    await comesTo(() =>
      env.DB.prepare("SELECT 1 FROM timers WHERE id = ? AND due_at = ?").bind(line.id, startAt).first(),
    );
    await evictDurableObject(senderOf(campaign));
    const services = await openServices(env);
    expect(await sweepTimers({ ...services, clock: { now: () => startAt + 1 } })).toBeGreaterThanOrEqual(1);
    await allAre(campaign, "accepted");
    expect(postsTo(campaign)).toHaveLength(3);
  });
});
