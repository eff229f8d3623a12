// What changes under a campaign while it is sending: its texts and segments are held fast, the people it writes to are not.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { Flow } from "#core/conversation/flow";
import { launchCampaign } from "../../worker/actions/launch-campaign.ts";
import { OWNER } from "../../worker/actor.ts";
import { addLine, comesTo, plan, rowsOf } from "./campaign.ts";
import type { Campaign } from "./campaign.ts";
import { addCampaign, addPeople, configOf, freezeAll, openQuietly } from "./campaign-world.ts";
import { fakeCarrier } from "./carrier.ts";
import type { FakeCarrier } from "./carrier.ts";
import { begin, inLab } from "./sender-lab.ts";
import { ask, freshNumber, loopFlow, publish } from "./story.ts";

const TIMEOUT = { timeout: 60_000 };
const HOUR = 3_600_000;
const NOON = Date.parse("2031-01-06T12:00:00Z");
const TOMORROW = Date.parse("2031-01-07T12:00:00Z");

let carrier: FakeCarrier;
beforeEach(() => {
  carrier = fakeCarrier();
});

const some = (count: number) => Array.from({ length: count }, freshNumber);
const bodiesTo = (people: readonly string[]) =>
  carrier.posted.filter(({ to }) => people.includes(to)).map(({ body }) => body);

/** What an editor may do overnight to all that a campaign names. */
async function editEverything(slug: string): Promise<void> {
  await env.DB.batch([
    env.DB.prepare("UPDATE segments SET filter = '{\"all\":[]}', revision = 2 WHERE id = ?").bind(slug),
    env.DB.prepare(
      "UPDATE templates SET document = json_set(document, '$.text.en', 'Goodbye'), revision = 2 WHERE slug = ?",
    ).bind(slug),
    env.DB.prepare(
      `INSERT INTO flow_versions (id, flow_id, number, document, quick_replies, published_at, published_by)
       SELECT id || '-2', flow_id, 2, json_set(document, '$.nodes[0].text.en', 'Goodbye?'), quick_replies, 1, 'test'
         FROM flow_versions WHERE flow_id = 'flow-' || ?`,
    ).bind(slug),
    env.DB.prepare(
      "UPDATE flows SET published_version_id = published_version_id || '-2', revision = 2 WHERE slug = ?",
    ).bind(slug),
  ]);
}

describe("what was launched", TIMEOUT, () => {
  const template = { kind: "template", template: "pinned-template" } as const;
  const flow = { kind: "flow", flow: "pinned-flow" } as const;

  test.each([
    ["template", template, "Hello"],
    ["flow", flow, "Tell me a word."],
  ])(
    "as a %s is sent on the second day as on the first, whatever was edited overnight",
    async (kind, content, words) => {
      const slug = `pinned-${kind}`;
      const line = await addLine();
      await publish(slug, loopFlow, "", { id: line.id });
      await env.DB.batch([
        env.DB.prepare(
          "INSERT INTO segments (id, name, kind, filter, revision, created_at, created_by, changed_at) VALUES (?1, ?1, 'filter', ?2, 1, 0, 'test', 0)",
        ).bind(slug, JSON.stringify({ path: "tags", op: "eq", value: slug })),
        env.DB.prepare(
          "INSERT INTO templates (id, slug, name, document, revision, created_at, created_by, changed_at) VALUES (?1, ?1, 'Hello', ?2, 1, 0, 'test', 0)",
        ).bind(slug, JSON.stringify({ language: "en", placeholders: [], text: { en: "Hello" } })),
      ]);
      const asked = await openQuietly(NOON);
      const [members, strangers] = [some(4), some(2)];
      await addPeople(asked.services, [
        ...members.map((number) => ({ number, tag: slug })),
        ...strangers.map((number) => ({ number })),
      ]);
      const { id } = await addCampaign(
        asked.services,
        configOf(line.id, {
          audience: { kind: "segment", segment: slug },
          variants: [{ name: "plain", weight: 1, content }],
          dailyCap: 2,
        }),
      );
      await inLab({ line }, NOON, async (lab) => {
        const services = { ...lab.services, work: asked.services.work };
        await launchCampaign(services, OWNER, id);
        await freezeAll({ services, jobs: asked.jobs });
        await lab.drain();
        expect(bodiesTo(members)).toEqual([words, words]);
        await editEverything(slug);
        await lab.wakeAt(TOMORROW);
        await lab.drain();
      });
      expect(bodiesTo(members)).toEqual(Array(4).fill(words));
      expect(bodiesTo(strangers)).toEqual([]);
    },
  );
});

const rowOf = async (campaign: Campaign) => (await rowsOf(campaign))[0];

describe("somebody in a conversation on the line", TIMEOUT, () => {
  const question = Flow.parse({
    schema: 1,
    languages: ["en"],
    nodes: [
      { id: "word", kind: "ask", text: { en: "Tell me a word." }, answer: { kind: "text" }, next: "thanks" },
      { id: "thanks", kind: "say", text: { en: "Thank you." }, next: "end" },
    ],
  });
  async function talkingOn(slug: string, inConversation: "skip" | "wait" | "interrupt") {
    const line = await addLine();
    await publish(slug, question, "", { id: line.id });
    const person = freshNumber();
    expect(await ask(person, "hello", { to: line.address })).toEqual(["Tell me a word."]);
    const campaign = await plan({ line, people: [person], inConversation, now: NOON });
    return { line, person, campaign };
  }

  test("is left out where the campaign skips those", async () => {
    const { campaign, person } = await talkingOn("talk-skip", "skip");
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      await lab.drain();
    });
    expect(
      await comesTo(async () => ((await rowOf(campaign))?.status === "canceled" ? rowOf(campaign) : null)),
    ).toMatchObject({ reason: "in-conversation" });
    expect(bodiesTo([person])).toEqual([]);
  });

  test("is waited for: what they are asked comes to its end first", async () => {
    const { campaign, person, line } = await talkingOn("talk-wait", "wait");
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      await lab.drain();
      expect(await rowOf(campaign)).toMatchObject({ status: "pending", reason: "in-conversation" });
      await lab.wakeAt(NOON + HOUR);
      await lab.drain();
      expect(bodiesTo([person])).toEqual([]);
      expect(await ask(person, "lamp", { to: line.address })).toEqual(["Thank you."]);
      await lab.wakeAt(NOON + 2 * HOUR);
      await lab.drain();
    });
    expect(bodiesTo([person])).toEqual(["Hello from us."]);
  });

  test("is interrupted: their conversation is over, and their next word begins another", async () => {
    const { campaign, person, line } = await talkingOn("talk-interrupt", "interrupt");
    await inLab(campaign, NOON, async (lab) => {
      begin(lab, campaign, NOON);
      await lab.drain();
    });
    expect(bodiesTo([person])).toEqual(["Hello from us."]);
    const { addressId = "" } = campaign.people[0] ?? {};
    expect(
      await comesTo(() =>
        env.DB.prepare("SELECT disposition FROM runs WHERE address_id = ? AND finished_at IS NOT NULL")
          .bind(addressId)
          .first(),
      ),
    ).toEqual({ disposition: "interrupted" });
    expect(await ask(person, "lamp", { to: line.address })).toEqual(["Tell me a word."]);
  });
});
