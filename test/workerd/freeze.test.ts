// The audience of a campaign is frozen in pages: everybody is decided about once, whatever breaks in between and however often it is asked for.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { launchCampaign } from "../../worker/actions/launch-campaign.ts";
import { moveCampaign } from "../../worker/actions/move-campaign.ts";
import { freezeAudience } from "../../worker/actions/freeze-audience.ts";
import { sweepCampaigns } from "../../worker/actions/sweep-campaigns.ts";
import { OWNER } from "../../worker/actor.ts";
import {
  addCampaign,
  addLine,
  addPeople,
  campaignOf,
  configOf,
  exclusionsOf,
  freezeAll,
  openQuietly,
  recipientsOf,
} from "./campaign-world.ts";
import type { Asked, NewPerson } from "./campaign-world.ts";
import { withFault } from "./faults.ts";
import { freshNumber } from "./story.ts";

const TABLES = [
  "contacts",
  "addresses",
  "permissions",
  "attributes",
  "tags",
  "exclusions",
  "messages",
  "campaigns",
];
const HOUR = 3_600_000;
const NOW = Date.parse("2031-01-06T12:00:00Z");

beforeEach(async () => {
  await env.DB.batch(TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
});

function crowd(size: number, more: Partial<NewPerson> = {}): NewPerson[] {
  return Array.from({ length: size }, () => ({ number: freshNumber(), ...more }));
}

const nothing = () => Promise.resolve();

async function launch(asked: Asked, config = {}): Promise<string> {
  const { id } = await addCampaign(asked.services, configOf(await addLine(), config));
  await launchCampaign(asked.services, OWNER, id);
  return id;
}

describe("an audience", () => {
  test("is frozen whole, the left out with their reasons", async () => {
    const asked = await openQuietly(NOW);
    const planned = await addPeople(asked.services, crowd(7));
    const [stopped] = await addPeople(asked.services, crowd(1, { optedOutAt: 5 }));
    const [unasked] = await addPeople(asked.services, crowd(1, { agreed: false }));
    const id = await launch(asked);
    await freezeAll(asked, 3);

    const recipients = await recipientsOf(id);
    expect(recipients.map(({ address_id }) => address_id)).toEqual(planned.toSorted());
    expect(recipients.every(({ status, segments }) => status === "pending" && segments === 1)).toBe(true);
    expect(await exclusionsOf(id)).toEqual({ [stopped ?? ""]: "opted-out", [unasked ?? ""]: "no-consent" });
    const row = await campaignOf(asked.services, id);
    expect(row.audienceFrozenAt).toBe(NOW);
    expect(row.tally).toMatchObject({ people: 9, planned: 7, excluded: { "opted-out": 1, "no-consent": 1 } });
    const [known] = (await asked.services.sender(row.lineId).snapshot({ now: NOW })).campaigns;
    expect(known).toMatchObject({ campaignId: id, planned: 7 });
  });

  test("that many steps freeze at once has nobody in it twice", async () => {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(20));
    const id = await launch(asked);
    await Promise.all([1, 2, 3].map(() => freezeAudience(asked.services, id, 3)));
    await freezeAll(asked, 3);
    expect(await recipientsOf(id)).toHaveLength(20);
    expect((await campaignOf(asked.services, id)).tally).toMatchObject({ people: 20, planned: 20 });
  });

  test("with somebody in it whose data is broken is frozen without them", async () => {
    const asked = await openQuietly(NOW);
    const [poison, ...others] = await addPeople(asked.services, crowd(5, { attributes: { city: "Bonn" } }));
    await env.DB.prepare("UPDATE attributes SET value = 'no json' WHERE contact_id = ?").bind(poison).run();
    const id = await launch(asked);
    await freezeAll(asked);
    expect(await recipientsOf(id)).toHaveLength(others.length);
    expect(await exclusionsOf(id)).toEqual({ [poison ?? ""]: "broken" });
  });

  test("of contacts chosen by hand counts who was merged as whom they were merged into, once", async () => {
    const asked = await openQuietly(NOW);
    const [kept = "", gone = ""] = await addPeople(asked.services, crowd(2));
    await env.DB.batch([
      env.DB.prepare("UPDATE contacts SET merged_into = ? WHERE id = ?").bind(kept, gone),
      env.DB.prepare("UPDATE addresses SET contact_id = ? WHERE id = ?").bind(kept, gone),
    ]);
    const id = await launch(asked, { audience: { kind: "contacts", contacts: [gone] } });
    await freezeAll(asked);
    expect(await recipientsOf(id)).toHaveLength(1);
    expect(await exclusionsOf(id)).toEqual({ [gone]: "duplicate" });
  });
});

describe("a freeze that breaks", () => {
  const config = {
    variants: [
      { name: "plain", weight: 1, content: { kind: "text" as const, text: { en: "Hi {{ city }}" } } },
    ],
  };

  async function prepare() {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(7, { attributes: { city: "Bonn" } }));
    await addPeople(asked.services, crowd(3));
    const { id } = await addCampaign(asked.services, configOf(await addLine(), config));
    await launchCampaign(asked.services, OWNER, id);
    return { asked, id };
  }

  test("at any of its calls goes on where the last page ended", { timeout: 60_000 }, async () => {
    const { asked, id } = await prepare();
    const counted = withFault(asked.services, { site: null, what: "fails-before" }, nothing);
    await freezeAudience(counted.services, id, 4);
    expect(counted.sites.length).toBeGreaterThan(6);

    for (const what of ["fails-before", "fails-after"] as const) {
      for (const site of counted.sites.keys()) {
        await env.DB.batch(TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
        const next = await prepare();
        const broken = withFault(next.asked.services, { site, what }, nothing);
        await freezeAudience(broken.services, next.id, 4).catch(() => undefined);
        await freezeAudience(next.asked.services, next.id, 4);
        await freezeAll(next.asked, 4);
        const where = `${what} ${counted.sites[site]}`;
        expect(await recipientsOf(next.id), where).toHaveLength(7);
        expect(Object.values(await exclusionsOf(next.id)), where).toEqual(
          Array.from({ length: 3 }, () => "missing-placeholders"),
        );
        const { tally, lineId } = await campaignOf(next.asked.services, next.id);
        expect(tally, where).toMatchObject({ people: 10, planned: 7, missing: { city: 3 } });
        const { campaigns } = await next.asked.services.sender(lineId).snapshot({ now: NOW });
        expect(campaigns[0], where).toMatchObject({ planned: 7 });
      }
    }
  });

  test("and is forgotten by the queue is asked for again by the sweep, once it is idle", async () => {
    const { asked, id } = await prepare();
    asked.jobs.length = 0;
    expect(await sweepCampaigns(asked.services)).toBe(1);
    await freezeAll(asked);
    expect(await recipientsOf(id)).toHaveLength(7);
    expect(await sweepCampaigns(asked.services)).toBe(0);
  });

  test("after its last page is told to the Sender by the sweep", async () => {
    const { asked, id } = await prepare();
    const sender: typeof asked.services.sender = (lineId) =>
      new Proxy(asked.services.sender(lineId), {
        get: (stub, name) => {
          if (name === "frozen") return () => Promise.reject(new Error("lost"));
          const member: unknown = Reflect.get(stub, name);
          return typeof member === "function"
            ? (...args: unknown[]) => Reflect.apply(member, stub, args) as unknown
            : member;
        },
      });
    await expect(freezeAudience({ ...asked.services, sender }, id)).rejects.toThrow("lost");
    const { lineId } = await campaignOf(asked.services, id);
    const planned = async (now: number) =>
      (await asked.services.sender(lineId).snapshot({ now })).campaigns[0]?.planned;
    expect(await planned(NOW)).toBeNull();

    const later = await openQuietly(NOW + 5 * 60_000);
    expect(await sweepCampaigns(later.services)).toBe(1);
    await freezeAll(later);
    expect(await planned(NOW + 5 * 60_000)).toBe(7);
    expect(await sweepCampaigns((await openQuietly(NOW + 2 * HOUR)).services)).toBe(0);
  });
});

describe("launching", () => {
  test("twice at once launches once", async () => {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(4));
    const { id } = await addCampaign(asked.services, configOf(await addLine()));
    const launches = await Promise.all([1, 2].map(() => launchCampaign(asked.services, OWNER, id)));
    expect(launches.filter(({ isRepeat }) => isRepeat)).toHaveLength(1);
    await freezeAll(asked);
    expect(await recipientsOf(id)).toHaveLength(4);
    const { results } = await env.DB.prepare(
      "SELECT 1 FROM audit WHERE action = 'campaign.launch' AND subject_id = ?",
    )
      .bind(id)
      .all();
    expect(results).toHaveLength(1);
  });

  test("for nobody is refused, and says so", async () => {
    const asked = await openQuietly(NOW);
    await expect(launch(asked)).rejects.toThrow("Nobody is in the audience.");
    await addPeople(asked.services, crowd(2, { agreed: false }));
    await expect(launch(asked)).rejects.toThrow(
      "Nobody of the 2 in the audience can be sent anything: 2 never agreed to hear from us.",
    );
  });

  test("holds fast what it names: editing it changes nothing", async () => {
    const asked = await openQuietly(NOW);
    const [ana = ""] = await addPeople(asked.services, crowd(1, { tag: "member" }));
    const [ben = ""] = await addPeople(asked.services, crowd(1));
    const [segment, template] = [crypto.randomUUID(), crypto.randomUUID()];
    await env.DB.batch([
      env.DB.prepare(
        "INSERT INTO segments (id, name, kind, filter, revision, created_at, created_by, changed_at) VALUES (?, 'Members', 'filter', ?, 1, 0, 'test', 0)",
      ).bind(segment, JSON.stringify({ path: "tags", op: "eq", value: "member" })),
      env.DB.prepare(
        "INSERT INTO templates (id, slug, name, document, revision, created_at, created_by, changed_at) VALUES (?, 'hello', 'Hello', ?, 1, 0, 'test', 0)",
      ).bind(template, JSON.stringify({ language: "en", placeholders: [], text: { en: "Hello" } })),
    ]);
    const id = await launch(asked, {
      audience: { kind: "segment", segment: "members" },
      variants: [{ name: "plain", weight: 1, content: { kind: "template", template: "hello" } }],
    });
    await env.DB.batch([
      env.DB.prepare("UPDATE segments SET filter = ? WHERE id = ?").bind(
        JSON.stringify({ all: [] }),
        segment,
      ),
      env.DB.prepare("UPDATE templates SET document = json_set(document, '$.text.en', 'Goodbye')"),
    ]);
    await freezeAll(asked);
    const row = await campaignOf(asked.services, id);
    expect((await recipientsOf(id)).map(({ address_id }) => address_id)).toEqual([ana]);
    expect(Object.keys(await exclusionsOf(id))).not.toContain(ben);
    expect(row.pinned?.pinned.variants["plain"]).toMatchObject({ template: { text: { en: "Hello" } } });
  });

  test("for tomorrow freezes who is there tomorrow", async () => {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(1));
    const id = await launch(asked, { startAt: new Date(NOW + 24 * HOUR).toISOString() });
    await freezeAll({ ...asked, jobs: asked.jobs.splice(0, 1) });
    expect(await recipientsOf(id)).toEqual([]);
    const [late = ""] = await addPeople(asked.services, crowd(1));

    const then = await openQuietly(NOW + 24 * HOUR);
    await freezeAudience(then.services, id);
    const recipients = await recipientsOf(id);
    expect(recipients.map(({ address_id }) => address_id)).toContain(late);
    expect(recipients).toHaveLength(2);
  });
});

describe("a campaign that is stopped", () => {
  test("while it is frozen plans nobody more", async () => {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(6));
    const id = await launch(asked);
    await moveCampaign(asked.services, OWNER, id, "cancel", "the wrong text");
    await freezeAll(asked, 2);
    expect(await recipientsOf(id)).toEqual([]);
    expect(await campaignOf(asked.services, id)).toMatchObject({
      state: "cancelled",
      stateBy: "owner",
      stateReason: "the wrong text",
    });
  });

  test("before its audience was frozen goes on when it is resumed", async () => {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(6));
    const id = await launch(asked);
    await moveCampaign(asked.services, OWNER, id, "pause", null);
    await freezeAll(asked, 2);
    expect(await recipientsOf(id)).toEqual([]);
    await moveCampaign(asked.services, OWNER, id, "resume", null);
    await freezeAll(asked, 2);
    expect(await recipientsOf(id)).toHaveLength(6);
  });

  test("cannot be stopped again, or go on once it is cancelled", async () => {
    const asked = await openQuietly(NOW);
    await addPeople(asked.services, crowd(1));
    const id = await launch(asked);
    await moveCampaign(asked.services, OWNER, id, "cancel", null);
    await expect(moveCampaign(asked.services, OWNER, id, "cancel", null)).rejects.toThrow(
      "is cancelled already",
    );
    await expect(moveCampaign(asked.services, OWNER, id, "resume", null)).rejects.toThrow(
      "cannot be resumed",
    );
    await expect(launchCampaign(asked.services, OWNER, id)).rejects.toThrow("Duplicate it");
  });
});
