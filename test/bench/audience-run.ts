// Inside the Worker: a campaign's forecast and freeze with every row counted that D1 says it read or wrote.
import { drizzle } from "drizzle-orm/d1";
import type { CampaignConfig } from "#core/campaign/campaign";
import type { WorkJob } from "#core/work";
import { createCampaign } from "../../worker/actions/create-campaign.ts";
import { forecastCampaign } from "../../worker/actions/forecast-campaign.ts";
import { freezeAudience } from "../../worker/actions/freeze-audience.ts";
import { launchCampaign } from "../../worker/actions/launch-campaign.ts";
import { OWNER } from "../../worker/actor.ts";
import type { Services } from "../../worker/services.ts";
import type { AudienceRun } from "./audience.ts";
import { countRows } from "./count-rows.ts";

const LINE = "0193a3f0-0000-7000-8000-00000000bec4";

export async function runAudience(services: Services, what: "forecast" | "freeze"): Promise<AudienceRun> {
  const counted = countRows(services.d1);
  const work: WorkJob[] = [];
  const quiet: Services = {
    ...services,
    d1: counted.d1,
    db: drizzle(counted.d1),
    work: Object.assign(Object.create(services.work) as Services["work"], {
      send: (job: WorkJob) => {
        work.push(job);
        return Promise.resolve({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } });
      },
    }),
  };
  await addLine(services.d1);
  const row = await createCampaign(quiet, OWNER, CAMPAIGN);
  const begun = { ...counted.rows, at: Date.now() };
  let people: number;
  if (what === "forecast") {
    const found = await forecastCampaign(quiet, row);
    people = found.kind === "ok" ? found.kept.forecast.tally.planned : 0;
  } else {
    await launchCampaign(quiet, OWNER, row.id);
    while (work.pop() !== undefined) await freezeAudience(quiet, row.id);
    people = await countPlanned(services.d1, row.id);
  }
  return {
    people,
    ms: Date.now() - begun.at,
    rowsRead: counted.rows.read - begun.read,
    rowsWritten: counted.rows.written - begun.written,
  };
}

/** Paused hours: what is frozen here is never sent. */
const CAMPAIGN: CampaignConfig = {
  name: "Bench",
  lineId: LINE,
  variants: [{ name: "a", weight: 1, content: { kind: "text", text: { en: "Hi {{ first_name }}!" } } }],
  audience: { kind: "filter", filter: { path: "attributes.plan", op: "eq", value: "premium" } },
  inConversation: "skip",
  consent: "granted",
};

async function addLine(d1: D1Database): Promise<void> {
  const config = {
    name: "Bench",
    channel: "sms",
    sender: "short-code",
    address: "55501",
    organisation: "Bench",
    language: "en",
    zone: "UTC",
    hours: { days: { "1": [{ from: "00:00", to: "24:00" }] }, holidays: [] },
    prices: { currency: "USD", perSegment: { US: 0.0079 } },
    spendCapPerDay: 0.01,
  };
  await d1
    .prepare(
      "INSERT OR IGNORE INTO lines (id, channel, address, config, created_at, changed_at) VALUES (?, 'sms', '55501', ?, 0, 0)",
    )
    .bind(LINE, JSON.stringify(config))
    .run();
}

async function countPlanned(d1: D1Database, campaignId: string): Promise<number> {
  const row = await d1
    .prepare("SELECT count(*) AS count FROM messages WHERE campaign_id = ?")
    .bind(campaignId)
    .first<{ count: number }>();
  return row?.count ?? 0;
}
