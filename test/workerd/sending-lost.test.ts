// A campaign whose queues refuse, whose consumers die and whose clock jumps: everybody gets theirs once, or is seen as unknown.
// Mutants: `lost-page` and `lost-clock-back` never miss a page, `lost-sender-journal` a record.
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { allAre, addLine, plan, rowsOf, stateIs } from "./campaign.ts";
import type { Campaign } from "./campaign.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { begin, inLab } from "./sender-lab.ts";
import { freshNumber } from "./story.ts";

const TIMEOUT = { timeout: 60_000 };
const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = Date.parse("2031-01-06T12:00:00Z");

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const some = (count: number) => Array.from({ length: count }, freshNumber);
const postsTo = ({ people }: Campaign) =>
  carrier.posted.map(({ to }) => to).filter((to) => people.some(({ number }) => number === to));
const numbersOf = ({ people }: Campaign) => people.map(({ number }) => number).toSorted();

describe("the Sender's own queues", TIMEOUT, () => {
  test("refuse: its pages are missed after a minute, and its records are told by its alarm", async () => {
    const campaign = await plan({ line: await addLine(), people: some(4), now: NOON });
    await inLab(campaign, NOON, async (lab) => {
      lab.refuses = true;
      begin(lab, campaign, NOON);
      expect(await lab.lose()).toEqual([]);
      const alarmAt = await lab.alarmAt();
      expect((alarmAt ?? Infinity) - NOON).toBeLessThanOrEqual(30 * SECOND);
      lab.refuses = false;
      await lab.wakeAt(NOON + 59 * SECOND);
      expect(await lab.lose()).toEqual([]);
      await lab.wakeAt(NOON + 61 * SECOND);
      await lab.drain();
    });
    expect(postsTo(campaign).toSorted()).toEqual(numbersOf(campaign));
    await stateIs(campaign, "sending");
  });
});

describe("a page", TIMEOUT, () => {
  test("that was lost with its consumer is offered again as it was, and each of its people gets one message", async () => {
    const campaign = await plan({ line: await addLine(), people: some(6), now: NOON });
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      const lost = await lab.lose();
      expect(lost.length).toBeGreaterThan(0);
      await lab.wakeAt(NOON + 59 * SECOND);
      expect(await lab.lose()).toEqual([]);
      await lab.wakeAt(NOON + 60 * SECOND);
      const again = await lab.lose();
      expect(again).toEqual(lost);
      // The queue may have both in the end.
      lab.jobs.push(...again, ...lost);
      await lab.drain();
    });
    expect(postsTo(campaign).toSorted()).toEqual(numbersOf(campaign));
  });

  test("waits through a clock that jumps three days ahead and back again", async () => {
    const campaign = await plan({ line: await addLine(), people: some(30), dailyCap: 30, now: NOON });
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      const given = await lab.lose();
      // The page that is lost is one that somebody waits in: thirty people leave hardly a lane empty.
      const lanes = new Set(campaign.people.map(({ messageId }) => laneOf(messageId)));
      const lost = given.find((job) => job.kind === "lane" && lanes.has(job.lane));
      const others = given.filter((job) => job !== lost);
      expect(lost).toBeDefined();
      await lab.wakeAt(NOON + 3 * DAY);
      await lab.lose();
      await lab.wakeAt(NOON + 10 * SECOND);
      lab.jobs.push(...others);
      await lab.drain();
      await lab.wakeAt(NOON + 2 * MINUTE);
      await lab.drain();
    });
    await allAre(campaign, "accepted");
    expect(postsTo(campaign).toSorted()).toEqual(numbersOf(campaign));
  });
});

describe("a hand-over that broke off", TIMEOUT, () => {
  test("and whose person's alarm is lost as well is looked after by its campaign", async () => {
    const campaign = await plan({ line: await addLine(), people: some(1), now: NOON });
    const addressId = campaign.people[0]?.addressId ?? "";
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      const { services } = lab;
      const breaking = { complete: () => Promise.reject(new Error("connection lost")) };
      lab.services = {
        ...services,
        contact: (id) => Object.assign(Object.create(services.contact(id)), breaking),
      };
      await lab.drain();
      lab.services = services;
      await runInDurableObject(env.CONTACT.getByName(addressId), (_object, state) =>
        state.storage.deleteAlarm(),
      );
      await lab.wakeAt(NOON + 6 * MINUTE);
      const jobs = await lab.lose();
      expect(jobs.map(({ kind }) => kind)).toContain("look-after");
      lab.jobs.push(...jobs);
      await lab.drain();
    });
    expect(postsTo(campaign)).toHaveLength(1);
    // The person's object asks for the look-up once more.
    const asked = await runInDurableObject(env.CONTACT.getByName(addressId), (_object, { storage }) =>
      storage.sql.exec<{ at: number }>("SELECT changed_at AS at FROM outbox").one(),
    );
    expect(asked.at).toBeGreaterThanOrEqual(NOON + 6 * MINUTE);
  });
});

/** A campaign's ids fall into lanes by the first derived digit, which follows the version's (see LANES). */
function laneOf(messageId: string): number {
  return Number.parseInt(messageId.charAt(15), 16);
}

describe("who is left in the end", TIMEOUT, () => {
  test("is looked for eight times, offered again, and then shown as unknown; the campaign is done", async () => {
    const campaign = await plan({ line: await addLine(), people: some(3), now: NOON });
    const [gone] = campaign.people;
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      await lab.drain();
      await allAre(campaign, "accepted");
      // D1 has lost what became of one of them; the person's object says only that it is settled.
      await env.DB.prepare("UPDATE messages SET status = 'pending', rank = 0, sid = NULL WHERE id = ?")
        .bind(gone?.messageId ?? "")
        .run();
      let at = lab.now();
      for (let look = 0; look < 8; look += 1) {
        at += 6 * MINUTE;
        await lab.wakeAt(at);
        await lab.drain();
        const rows = await rowsOf(campaign);
        expect(rows.find(({ id }) => id === gone?.messageId)).toMatchObject({ status: "pending" });
        expect(lab.sender.snapshot({ now: at }).campaigns).toMatchObject([{ state: "sending" }]);
      }
      await lab.wakeAt(at + 6 * MINUTE);
      await lab.drain();
    });
    const rows = await rowsOf(campaign);
    expect(rows.find(({ id }) => id === gone?.messageId)).toMatchObject({ status: "unknown" });
    expect(postsTo(campaign).toSorted()).toEqual(numbersOf(campaign));
    expect(await stateIs(campaign, "done")).toEqual({ state: "done", reason: null });
  });
});
