// A forecast of a large audience reads a fair part of it; it knows who else is on the line; a fallback needs words of its own.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { forecastCampaign } from "../../worker/actions/forecast-campaign.ts";
import { freezeAudience } from "../../worker/actions/freeze-audience.ts";
import { launchCampaign } from "../../worker/actions/launch-campaign.ts";
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
} from "./campaign-world.ts";
import { fakeCarrier } from "./carrier.ts";
import { eventually, freshNumber } from "./story.ts";

fakeCarrier();
const NOW = Date.parse("2031-01-06T12:00:00Z");

beforeEach(async () => {
  const tables = ["contacts", "addresses", "permissions", "messages", "campaigns"];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
});

function crowd(size: number, agreed = true) {
  return Array.from({ length: size }, () => ({ number: freshNumber(), agreed }));
}

describe("a forecast", () => {
  test(
    "of an audience larger than is read reckons the rest from those who were",
    { timeout: 30_000 },
    async () => {
      const { services } = await openQuietly(NOW);
      await addPeople(services, crowd(1_200));
      await addPeople(services, crowd(400, false));
      const row = await addCampaign(services, configOf(await addLine()));
      const exact = await forecastCampaign(services, row);
      const part = await forecastCampaign(services, row, 1_000);
      if (exact.kind !== "ok" || part.kind !== "ok") throw new Error("not ready");
      expect(exact.kept.forecast.tally).toMatchObject({ people: 1_600, planned: 1_200 });
      expect(part.kept).toMatchObject({ readCount: 1_000, forecast: { tally: { people: 1_600 } } });
      // Ids are digests: the thousand lowest are drawn from the 1,600 as if by lot (five standard deviations).
      expect(Math.abs(part.kept.forecast.tally.planned - 1_200)).toBeLessThan(70);
    },
  );

  test("counts the other campaigns that share the line, and takes longer for it", async () => {
    const asked = await openQuietly(NOW);
    const { services } = asked;
    await addPeople(services, crowd(30));
    // Slow enough that hardly any of them leave while this looks.
    const lineId = await addLine({ segmentsPerSecond: 0.05 });
    const alone = await forecastCampaign(services, await addCampaign(services, configOf(lineId)));
    const other = await addCampaign(services, configOf(lineId, { name: "The other" }));
    await launchCampaign(services, OWNER, other.id);
    await freezeAll(asked);
    const beside = await forecastCampaign(services, await addCampaign(services, configOf(lineId)));
    if (alone.kind !== "ok" || beside.kind !== "ok") throw new Error("not ready");
    expect(alone.kept.forecast.sharers).toEqual([]);
    const [sharer] = beside.kept.forecast.sharers;
    expect(sharer).toMatchObject({ campaignId: other.id, name: "The other" });
    expect(sharer?.segments).toBeGreaterThan(0);
    expect(beside.kept.forecast.finish.at).toBeGreaterThan(alone.kept.forecast.finish.at);
  });

  test("is not made where the template says nothing on the line to fall back on", async () => {
    const { services } = await openQuietly(NOW);
    await addPeople(services, crowd(1));
    await env.DB.prepare(
      "INSERT INTO templates (id, slug, name, document, revision, created_at, created_by, changed_at) VALUES (?, 'approved', 'Approved', ?, 1, 0, 'test', 0)",
    )
      .bind(
        crypto.randomUUID(),
        JSON.stringify({
          language: "en",
          placeholders: [],
          whatsapp: {
            kind: "content",
            contents: { en: { contentSid: `HX${"0".repeat(32)}`, variables: {} } },
          },
        }),
      )
      .run();
    const whatsapp = await addLine({ channel: "whatsapp", sender: "whatsapp" });
    const content = { kind: "template", template: "approved" } as const;
    const config = configOf(whatsapp, { variants: [{ name: "a", weight: 1, content }] });
    expect((await forecastCampaign(services, await addCampaign(services, config))).kind).toBe("ok");
    const withFallback = { ...config, fallbackLineId: await addLine() };
    expect(await forecastCampaign(services, await addCampaign(services, withFallback))).toMatchObject({
      kind: "problems",
      findings: [{ code: "no-words", message: 'Variant a: the template "approved" says nothing on sms.' }],
    });
  });

  test("words that fail for everybody are said once, with the reason", async () => {
    const { services } = await openQuietly(NOW);
    const content = { kind: "text", text: { en: "Hi {{ first_name" } } as const;
    const config = configOf(await addLine(), { variants: [{ name: "a", weight: 1, content }] });
    const found = await forecastCampaign(services, await addCampaign(services, config));
    expect(found).toMatchObject({ kind: "problems", findings: [{ code: "words-broken" }] });
    expect(found.findings[0]?.message).toMatch(/^Variant a: its words \(sms\.en\) cannot be sent\. .+/);
  });
});

describe("an audience of which nobody is left", () => {
  test("ends the campaign, with the reason", async () => {
    const asked = await openQuietly(NOW);
    const [only = ""] = await addPeople(asked.services, crowd(1));
    const { id } = await addCampaign(asked.services, configOf(await addLine()));
    await launchCampaign(asked.services, OWNER, id);
    await env.DB.prepare("UPDATE addresses SET opted_out_at = 5 WHERE id = ?").bind(only).run();
    await freezeAudience(asked.services, id);
    expect(await exclusionsOf(id)).toEqual({ [only]: "opted-out" });
    const over = await eventually(async () => {
      const row = await campaignOf(asked.services, id);
      return row.state === "done" && row;
    });
    expect(over).toMatchObject({
      stateBy: "partyline",
      stateReason: "Nobody of the 1 in the audience could be sent anything.",
    });
  });
});
