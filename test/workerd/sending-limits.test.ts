// What bounds a campaign day by day: people, money, and how often one person hears from us, over all their addresses.
// Mutants: `limit-spend`, `limit-spend-fallback` and `limit-frequency` each let one of them go beyond.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { ReceiptRecord } from "#core/record";
import { applyRecords } from "../../worker/actions/apply-records.ts";
import { tellLine } from "../../worker/actions/tell-line.ts";
import { addLine, allAre, comesTo, plan, rowsOf, stateIs } from "./campaign.ts";
import type { Campaign } from "./campaign.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { begin, inLab } from "./sender-lab.ts";
import { freshNumber } from "./story.ts";

const TIMEOUT = { timeout: 60_000 };
const HOUR = 3_600_000;
const EVENING = Date.parse("2031-01-06T20:00:00-05:00");
const MIDNIGHT = Date.parse("2031-01-07T00:00:00-05:00");
const NEW_YORK = { zone: "America/New_York" } as const;
const CENT = { currency: "USD", perSegment: { "*": 0.01 } };

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const some = (count: number) => Array.from({ length: count }, freshNumber);
const postsTo = ({ people }: Campaign) => {
  const numbers = carrier.posted.map(({ to }) => to.replace("whatsapp:", ""));
  return numbers.filter((to) => people.some(({ number }) => number === to));
};

async function alarmsAbout(subject: string): Promise<readonly string[]> {
  const { results } = await env.DB.prepare("SELECT kind FROM alarms WHERE subject = ?")
    .bind(subject)
    .all<{ kind: string }>();
  return results.map(({ kind }) => kind);
}

function undelivered(campaign: Campaign, code: number, at: number): ReceiptRecord {
  const { messageId = "", addressId = "" } = campaign.people[0] ?? {};
  return { kind: "receipt", messageId, addressId, sid: "SM0", status: "undelivered", errorCode: code, at };
}

describe("a day on the line's calendar", TIMEOUT, () => {
  test("holds so many people of a campaign, and the next day as many again", async () => {
    const line = await addLine(NEW_YORK);
    const campaign = await plan({ line, people: some(5), dailyCap: 2, now: EVENING });
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
      expect(postsTo(campaign)).toHaveLength(2);
      await lab.wakeAt(MIDNIGHT - 1_000);
      await lab.drain();
      expect(postsTo(campaign)).toHaveLength(2);
      await lab.wakeAt(MIDNIGHT);
      await lab.drain();
      expect(postsTo(campaign)).toHaveLength(4);
      await lab.wakeAt(MIDNIGHT + 24 * HOUR);
      await lab.drain();
    });
    expect(postsTo(campaign).toSorted()).toEqual(campaign.people.map(({ number }) => number).toSorted());
  });

  test("holds so much money: the line waits for the next day with an alarm, whatever campaign it is", async () => {
    const line = await addLine({ ...NEW_YORK, prices: CENT, spendCapPerDay: 0.03 });
    const campaign = await plan({ line, people: some(5), now: EVENING });
    const other = await plan({ line, people: some(1), now: EVENING + 1 });
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
      begin(lab, other, EVENING + 1);
      await lab.drain();
      expect([postsTo(campaign).length, postsTo(other).length]).toEqual([3, 0]);
      expect(lab.sender.snapshot({ now: lab.now() })).toMatchObject({
        heldUntil: MIDNIGHT,
        heldBecause: "spend-cap",
        spentMicros: 30_000,
      });
      await lab.wakeAt(MIDNIGHT);
      await lab.drain();
      await lab.wakeAt(MIDNIGHT + 10_000);
      await lab.drain();
    });
    expect([postsTo(campaign).length, postsTo(other).length]).toEqual([5, 1]);
    expect(
      await comesTo(async () => ((await alarmsAbout(line.id)).length > 0 ? alarmsAbout(line.id) : null)),
    ).toEqual(["spend-cap"]);
    await allAre(campaign, "accepted");
  });

  test("holds no more once the cap is raised", async () => {
    const line = await addLine({ ...NEW_YORK, prices: CENT, spendCapPerDay: 0.01 });
    const campaign = await plan({ line, people: some(3), now: EVENING });
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
      expect(postsTo(campaign)).toHaveLength(1);
      await env.DB.prepare("UPDATE lines SET config = json_set(config, '$.spendCapPerDay', 1) WHERE id = ?")
        .bind(line.id)
        .run();
      await tellLine(lab.services, line.id, "");
      await lab.drain();
    });
    expect(postsTo(campaign)).toHaveLength(3);
  });

  test("holds an attempt by the other line to that line's money", async () => {
    const fallback = await addLine({ ...NEW_YORK, prices: CENT, spendCapPerDay: 0.01 });
    const line = await addLine({ channel: "whatsapp", sender: "whatsapp", address: freshNumber() });
    const campaign = await plan({ line, fallback, people: some(1), now: EVENING });
    await env.SENDER.getByName(fallback.id).spend({
      pacing: fallback,
      segments: 1,
      costMicros: 10_000,
      now: EVENING,
    });
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
      await allAre(campaign, "accepted");
      await applyRecords(lab.services, [undelivered(campaign, 63_024, lab.now())]);
      await lab.drain();
      const second = (await rowsOf(campaign)).filter(({ attempt }) => attempt === 2);
      expect(second).toMatchObject([{ status: "pending", dueAt: MIDNIGHT, reason: "spend-cap" }]);
      expect(postsTo(campaign)).toHaveLength(1);
      await lab.wakeAt(MIDNIGHT + 1_000);
      await lab.drain();
    });
    expect(carrier.posted.at(-1)?.form.get("From")).toBe(fallback.address);
    expect(postsTo(campaign)).toHaveLength(2);
    expect(await comesTo(async () => ((await alarmsAbout(fallback.id)).length > 0 ? true : null))).toBe(true);
  });
});

describe("one message a week", TIMEOUT, () => {
  const frequencyCap = { messages: 1, days: 7 };

  test("is one to the person, whichever of their addresses it goes to", async () => {
    const line = await addLine();
    const campaign = await plan({ line, people: some(2), frequencyCap, now: EVENING });
    const [reached, spared] = campaign.people;
    // The day before, another campaign wrote to another number of the first.
    await env.DB.batch([
      env.DB.prepare("INSERT INTO addresses (id, contact_id, kind, value) VALUES (?1, ?2, 'phone', ?3)").bind(
        `other-${reached?.addressId}`,
        reached?.addressId ?? "",
        freshNumber(),
      ),
      env.DB.prepare(
        `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, via, body, media, status, rank, receipts, at)
         VALUES (?1, ?2, ?3, 'out', 'sms', 'campaign', 'rest', 'Hello.', '[]', 'delivered', 54, '[]', ?4)`,
      ).bind(crypto.randomUUID(), `other-${reached?.addressId}`, line.id, EVENING - 24 * HOUR),
    ]);
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
    });
    const rows = await allAre(campaign, "accepted", "canceled");
    expect(rows.find(({ id }) => id === reached?.messageId)).toMatchObject({ reason: "frequency-cap" });
    expect(postsTo(campaign)).toEqual([spared?.number]);
  });

  test("is tried again when the first try came to nothing", async () => {
    const campaign = await plan({ line: await addLine(), people: some(1), frequencyCap, now: EVENING });
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
      await allAre(campaign, "accepted");
      await applyRecords(lab.services, [undelivered(campaign, 30_003, lab.now())]);
      await lab.wakeAt(EVENING + 5 * HOUR);
      await lab.drain();
    });
    expect(postsTo(campaign)).toHaveLength(2);
  });
});

test(
  "a campaign whose last people wait for the next day is done when they have theirs",
  TIMEOUT,
  async () => {
    const campaign = await plan({
      line: await addLine(NEW_YORK),
      people: some(3),
      dailyCap: 2,
      now: EVENING,
    });
    await inLab(campaign, EVENING, async (lab) => {
      begin(lab, campaign, EVENING);
      await lab.drain();
      expect(lab.sender.snapshot({ now: lab.now() }).campaigns).toMatchObject([{ state: "sending" }]);
      await lab.wakeAt(MIDNIGHT);
      await lab.drain();
      await allAre(campaign, "accepted");
      await lab.wakeAt(MIDNIGHT + 10_000);
      await lab.drain();
      await lab.sender.tick({ now: lab.now() });
    });
    expect(await stateIs(campaign, "done")).toEqual({ state: "done", reason: null });
  },
);
