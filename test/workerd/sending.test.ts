// A campaign from its frozen rows to the carrier and back into its rows: each recipient once, whatever is delivered again.
// Mutants: `once-settled` claims what was handed over anew, `once-held` what nobody reported on.
import { env } from "cloudflare:workers";
import { evictDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import { Hours } from "#core/hours";
import type { PageJob } from "#core/campaign/jobs";
import { sendPages } from "../../worker/actions/send-page.ts";
import { Gate } from "../../worker/gate.ts";
import { openServices } from "../../worker/services.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { addLine, allAre, launch, plan, rowsOf, senderOf, stateIs, text } from "./campaign.ts";
import { ask, contactOf, freshNumber, loopFlow, publish } from "./story.ts";

const TIMEOUT = { timeout: 40_000 };
const HOUR = 3_600_000;

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const some = (count: number) => Array.from({ length: count }, freshNumber);
const sentTo = (people: readonly string[]) =>
  carrier.posted.map(({ to }) => to).filter((to) => people.includes(to));

/** The services an hour or more from now. */
async function servicesIn(aheadMs: number) {
  const services = await openServices(env);
  return { ...services, clock: { now: () => Date.now() + aheadMs } };
}

describe("a campaign", TIMEOUT, () => {
  test("reaches its twenty recipients, each once, and is done", async () => {
    const people = some(20);
    const campaign = await launch({ line: await addLine(), people, now: Date.now() });
    const rows = await allAre(campaign, "accepted");
    expect(sentTo(people).toSorted()).toEqual(people.toSorted());
    expect(new Set(rows.map(({ body }) => body))).toEqual(new Set(["Hello from us."]));
    expect(await stateIs(campaign, "done")).toEqual({ state: "done", reason: null });
  });

  test("a page delivered five times, to consumers of the same moment too, sends each recipient one message", async () => {
    const people = some(6);
    const campaign = await plan({ line: await addLine(), people, now: Date.now() });
    const sender = senderOf(campaign);
    await sender.open({ pinned: campaign.pinned, actor: "test", now: Date.now() });
    const services = await openServices(env);
    await sender.frozen({ campaignId: campaign.id, planned: people.length, now: Date.now() });
    const { id: campaignId, line } = campaign;
    const lanes = Array.from({ length: 16 }, (_, lane): PageJob => {
      return { kind: "lane", campaignId, lineId: line.id, lane, cursor: null, limit: 25 };
    });
    const gate = new Gate(6);
    for (let time = 0; time < 5; time += 1)
      await Promise.all([...lanes, ...lanes].map((job) => sendPages(services, job, gate)));
    await allAre(campaign, "accepted");
    expect(sentTo(people).toSorted()).toEqual(people.toSorted());
  });

  test("one person whose data makes no sense stops nobody else of the page", async () => {
    const people = some(4);
    const campaign = await plan({ line: await addLine(), people, now: Date.now() });
    const [poisoned] = campaign.people;
    await env.DB.prepare(
      "INSERT INTO attributes (contact_id, name, value, changed_at, source) VALUES (?, 'town', '{', 1, 'test')",
    )
      .bind(poisoned?.addressId ?? "")
      .run();
    await senderOf(campaign).open({ pinned: campaign.pinned, actor: "test", now: Date.now() });
    await senderOf(campaign).frozen({ campaignId: campaign.id, planned: 4, now: Date.now() });
    const rows = await allAre(campaign, "accepted", "failed");
    expect(rows.filter(({ reason }) => reason === "broken").map(({ id }) => id)).toEqual([
      poisoned?.messageId,
    ]);
    expect(sentTo(people)).toHaveLength(3);
  });

  test("says what each lacks who cannot be written to after all", async () => {
    const line = await addLine();
    const campaign = await launch({ line, content: text("Dear {{ name }}"), now: Date.now() });
    const rows = await allAre(campaign, "canceled");
    expect(rows.map(({ reason }) => reason)).toEqual(Array(3).fill("missing-placeholders"));
  });

  test("begins a flow with the recipient's message as its first words", async () => {
    const line = await addLine();
    const { flowId, versionId } = await publish("campaign-flow", loopFlow, "", {
      id: crypto.randomUUID(),
      address: "+15550009999",
    });
    const flow = { flowId, slug: "campaign-flow", versionId, flow: loopFlow, quickReplies: {} };
    const people = some(2);
    const campaign = await launch({ line, content: { kind: "flow", flow }, people, now: Date.now() });
    const rows = await allAre(campaign, "accepted");
    expect(rows.map(({ body }) => body)).toEqual(["Tell me a word.", "Tell me a word."]);
    expect(rows.every(({ runId }) => runId !== null)).toBe(true);
    expect(sentTo(people)).toHaveLength(2);
    expect(await ask(people[0] ?? "", "lamp", { to: line.address })).toEqual(["Another, please."]);
  });
});

describe("a claim", TIMEOUT, () => {
  test("is granted once: what was handed over is gone for whoever comes later, after an eviction too", async () => {
    const campaign = await plan({ line: await addLine(), now: Date.now() });
    const { addressId = "", messageId = "" } = campaign.people[0] ?? {};
    const now = Date.now() + 1_000;
    expect((await claimFor(campaign, addressId, now)).kind).toBe("granted");
    const object = env.CONTACT.getByName(addressId);
    await object.complete({ messageId, outcome: { kind: "accepted", sid: "SM1", at: now }, now });
    await evictDurableObject(object);
    // Far beyond what keeps two messages of one person apart.
    expect(await claimFor(campaign, addressId, now + HOUR)).toEqual({ kind: "gone" });
  });

  test("that nobody reported on is in doubt, never granted again", async () => {
    const campaign = await plan({ line: await addLine(), now: Date.now() });
    const { addressId = "" } = campaign.people[0] ?? {};
    const now = Date.now() + 1_000;
    await claimFor(campaign, addressId, now);
    expect(await claimFor(campaign, addressId, now + HOUR)).toMatchObject({
      kind: "in-doubt",
      claimedAt: now,
    });
  });

  test("that was let go leaves nothing behind: its campaign brings it again", async () => {
    const campaign = await plan({ line: await addLine(), now: Date.now() });
    const { addressId = "", messageId = "" } = campaign.people[0] ?? {};
    const now = Date.now() + 1_000;
    await claimFor(campaign, addressId, now);
    const object = env.CONTACT.getByName(addressId);
    await object.complete({ messageId, outcome: { kind: "released", dueAt: now }, now });
    expect((await claimFor(campaign, addressId, now + 2_000)).kind).toBe("granted");
  });
});

describe("hours", TIMEOUT, () => {
  const NIGHT = Date.parse("2031-01-06T22:00:00-05:00");
  const MORNING = Date.parse("2031-01-07T08:00:00-05:00");
  const day = Hours.parse("Mo-Su 08:00-21:00");

  test("put a recipient off until it is morning where they are, and ask the carrier to let go by closing", async () => {
    const line = await addLine({ hours: day });
    const services = await servicesIn(NIGHT - Date.now());
    const campaign = await plan({ line, zone: "America/New_York", now: services.clock.now() });
    const sender = senderOf(campaign);
    await sender.open({ pinned: campaign.pinned, actor: "test", now: services.clock.now() });
    await sender.frozen({ campaignId: campaign.id, planned: 3, now: services.clock.now() });
    await runAll(campaign.id, line.id, services);
    const rows = await rowsOf(campaign);
    expect(rows.map(({ status, dueAt, reason }) => [status, dueAt, reason])).toEqual(
      Array.from({ length: 3 }, () => ["pending", MORNING, "hours"]),
    );
    expect(sentTo(campaign.people.map(({ number }) => number))).toEqual([]);

    const morning = await servicesIn(MORNING - Date.now());
    carrier.clock = morning.clock;
    await sender.tick({ now: morning.clock.now() });
    await sendPages(
      morning,
      { kind: "due", campaignId: campaign.id, lineId: line.id, limit: 25 },
      new Gate(6),
    );
    const posted = carrier.posted.filter(({ to }) => campaign.people.some(({ number }) => number === to));
    expect(posted).toHaveLength(3);
    expect(posted.every(({ form }) => Number(form.get("ValidityPeriod")) <= 36_000)).toBe(true);
  });

  test("are asked for by the person's object again, whatever the page thought", async () => {
    const line = await addLine({ hours: day });
    const campaign = await plan({ line, zone: "America/New_York", now: NIGHT });
    const [person] = campaign.people;
    const claim = await claimFor(campaign, person?.addressId ?? "", NIGHT);
    expect(claim).toEqual({ kind: "later", at: MORNING, why: "hours" });
  });

  test("that never open again before the campaign expires end the wait", async () => {
    const line = await addLine({ hours: day });
    const campaign = await plan({
      line,
      zone: "America/New_York",
      now: NIGHT,
      expiresAt: NIGHT + 2 * HOUR,
    });
    const services = await servicesIn(NIGHT - Date.now());
    await senderOf(campaign).open({ pinned: campaign.pinned, actor: "test", now: NIGHT });
    await senderOf(campaign).frozen({ campaignId: campaign.id, planned: 3, now: NIGHT });
    await runAll(campaign.id, line.id, services);
    const rows = await rowsOf(campaign);
    expect(rows.map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 3 }, () => ["canceled", "never-open"]),
    );
  });
});

describe("after STOP", TIMEOUT, () => {
  test("said while planned, nothing goes; their row says why", async () => {
    const line = await addLine();
    const [quiet = "", other = ""] = some(2);
    const campaign = await plan({ line, people: [quiet, other], now: Date.now() });
    await ask(quiet, "STOP", { to: line.address });
    await senderOf(campaign).open({ pinned: campaign.pinned, actor: "test", now: Date.now() });
    await senderOf(campaign).frozen({ campaignId: campaign.id, planned: 2, now: Date.now() });
    const rows = await allAre(campaign, "accepted", "refused");
    expect(rows.find(({ status }) => status === "refused")?.reason).toBe("opted-out");
    expect(sentTo([quiet, other])).toEqual([other]);
  });

  test("said while their message was claimed and let go, it is not claimed again; an eviction changes nothing", async () => {
    const line = await addLine();
    const campaign = await plan({ line, now: Date.now() });
    const [person] = campaign.people;
    const { addressId = "", messageId = "", number = "" } = person ?? {};
    const now = Date.now() + 1_000;
    expect((await claimFor(campaign, addressId, now)).kind).toBe("granted");
    const object = env.CONTACT.getByName(addressId);
    await object.complete({ messageId, outcome: { kind: "released", dueAt: now }, now });
    await ask(number, "please stop texting me", { to: line.address });
    await evictDurableObject(await contactOf(number));
    expect(await claimFor(campaign, addressId, now + 1_000)).toMatchObject({
      kind: "refused",
      why: "opted-out",
    });
  });
});

/** Runs the first page of every lane by hand, an hour of the test's choosing. */
async function runAll(
  campaignId: string,
  lineId: string,
  services: Awaited<ReturnType<typeof servicesIn>>,
): Promise<void> {
  for (let lane = 0; lane < 16; lane += 1)
    await sendPages(
      services,
      { kind: "lane", campaignId, lineId, lane, cursor: null, limit: 25 },
      new Gate(6),
    );
}

async function claimFor(
  { pinned, people, line }: Awaited<ReturnType<typeof plan>>,
  addressId: string,
  now: number,
) {
  const person = people.find((one) => one.addressId === addressId);
  if (person === undefined) throw new Error("nobody of that address");
  const { hours, expiresAt, frequencyCap, consent, inConversation } = pinned;
  const zone = "America/New_York";
  return env.CONTACT.getByName(addressId).claimOffered({
    offered: {
      message: {
        id: person.messageId,
        lineId: line.id,
        runId: null,
        turn: null,
        node: null,
        kind: "campaign",
        via: "rest",
        bound: true,
        text: "Hello from us.",
        media: [],
        options: [],
        content: null,
        at: now,
        campaign: { id: pinned.campaignId, segments: 1, costMicros: 0 },
      },
      address: { kind: "phone", value: person.number },
      line,
      profile: { language: null, zone, fields: {}, tags: [], categories: {}, asOf: 0 },
      permission: { silencedAt: null, grantedAt: 1, suppressedAt: null },
      begunElsewhere: 0,
      flow: null,
      rules: { hours, expiresAt, frequencyCap, consent, inConversation },
    },
    now,
  });
}
