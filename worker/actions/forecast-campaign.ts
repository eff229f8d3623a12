// What a campaign would come to if it were launched now, counted over everyone in its audience.
import { and, eq } from "drizzle-orm";
import { checkLaunch } from "#core/campaign/checklist";
import type { Finding } from "#core/campaign/checklist";
import { forecast, scaled } from "#core/campaign/forecast";
import type { KeptForecast } from "#core/campaign/forecast";
import { currencyOf } from "#core/campaign/price";
import type { Launched } from "#core/campaign/launched";
import { count, emptyTally } from "#core/campaign/tally";
import type { Tally } from "#core/campaign/tally";
import { countAudience } from "../db/audience.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { campaigns } from "../db/schema/index.ts";
import { readSharers } from "../db/sharers.ts";
import type { Services } from "../services.ts";
import { pinCampaign } from "./pin-campaign.ts";
import { openAudience, toQuery } from "./read-audience.ts";

/** A page is one query of D1, which answers with a few megabytes at most. */
export const PAGE = 1_000;
/**
 * A request has 30 s of CPU (Cloudflare, "Limits"), and a person takes some 40 microseconds of it. Contacts come in
 * the order of their ids, which are digests: the first so many of a larger audience are a fair sample of it.
 */
const READ_MAX = 100_000;

export type Forecasted =
  | { readonly kind: "problems"; readonly findings: readonly Finding[] }
  | {
      readonly kind: "ok";
      readonly kept: KeptForecast;
      readonly launched: Launched;
      readonly findings: readonly Finding[];
    };

/** `readMax`: look at so many at most, and reckon the rest from them. */
export async function forecastCampaign(
  services: Services,
  { id, config, revision }: CampaignRow,
  readMax: number = READ_MAX,
): Promise<Forecasted> {
  const now = services.clock.now();
  const startAt = config.startAt === undefined ? now : Math.max(now, Date.parse(config.startAt));
  const pin = await pinCampaign(services, id, config, startAt);
  if (pin.kind === "problems") return pin;
  const { launched } = pin;
  const { tally, readCount } = await countPeople(services, launched, readMax);
  const sharers = await readSharers(services.d1, config.lineId, id);
  const { forecast: found, beginsAt } = forecast(tally, launched.pinned, startAt, sharers);
  const findings = checkLaunch({ config, pinned: launched.pinned, forecast: found, now });
  const currency = currencyOf(launched.pinned);
  const kept = { revision, at: now, startAt: beginsAt, currency, forecast: found, findings, readCount };
  return { kind: "ok", kept, launched, findings };
}

/** Keeps the forecast with the draft it is of, to be held beside what came of it. */
export async function keepForecast({ db }: Services, id: string, kept: KeptForecast): Promise<void> {
  const same = and(eq(campaigns.id, id), eq(campaigns.state, "draft"), eq(campaigns.revision, kept.revision));
  await db.update(campaigns).set({ forecast: kept }).where(same);
}

async function countPeople(
  services: Services,
  launched: Launched,
  readMax: number,
): Promise<{ tally: Tally; readCount: number }> {
  const tally = emptyTally();
  const readPage = openAudience(services, launched);
  let cursor: string | null = null;
  while (tally.people < readMax) {
    const { decided, next } = await readPage(cursor, PAGE);
    count(
      tally,
      decided.map(({ decision }) => decision),
    );
    if (next === null) return { tally, readCount: tally.people };
    cursor = next;
  }
  const all = await countAudience(services.d1, toQuery(launched));
  return { tally: scaled(tally, all / tally.people), readCount: tally.people };
}
