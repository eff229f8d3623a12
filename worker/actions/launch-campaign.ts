// Launching: what the campaign names is held fast, its line takes it on, and its audience is frozen when it starts.
import { and, eq, isNull } from "drizzle-orm";
import type { Finding } from "#core/campaign/checklist";
import type { Actor } from "../actor.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { campaigns } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { mustFindCampaign } from "./find-campaign.ts";
import { forecastCampaign } from "./forecast-campaign.ts";
import { offerFreeze } from "./offer-freeze.ts";
import { openOnSender } from "./tell-sender.ts";
import { writeAs } from "./write-as.ts";

/** Enough to see that somebody is in the audience, and to say why nobody would be. */
const LOOKED_AT = 2_000;
/** What is found where everybody is left out: a funnel launches even then, to have the reasons person by person. */
const NOBODY: readonly string[] = ["empty-audience", "all-excluded", "never-open"];

export interface Launch {
  readonly campaign: CampaignRow;
  readonly warnings: readonly Finding[];
  /** It was launched before: nothing was done. */
  readonly isRepeat: boolean;
}

export interface LaunchRequest {
  /** Refuse where the draft is no longer this one. */
  readonly revision?: number | undefined;
  /** Instead of the draft's own start; ISO 8601. */
  readonly startAt?: string | undefined;
  /** Also where everybody in the audience is left out: their reasons are wanted. */
  readonly evenForNobody?: boolean;
}

/**
 * Launched twice, it is launched once. Throws `not_found`; `invalid` with the findings that keep it back; `conflict` for one
 * that is over, or a draft changed meanwhile.
 */
export async function launchCampaign(
  services: Services,
  actor: Actor,
  id: string,
  { revision, startAt, evenForNobody = false }: LaunchRequest = {},
): Promise<Launch> {
  const row = await mustFindCampaign(services, id);
  if (row.launchedAt !== null) return repeated(row);
  if (row.archivedAt !== null) throw new Problem("conflict", "This campaign is archived.");
  if (revision !== undefined && revision !== row.revision) throw moved(row.revision);
  const config = startAt === undefined ? row.config : { ...row.config, startAt };
  const warnings = await write(services, actor, { ...row, config }, evenForNobody ? NOBODY : []);
  const campaign = await mustFindCampaign(services, id);
  if (warnings === null) {
    // Somebody else was faster: with the launch, or with a change.
    if (campaign.launchedAt !== null) return repeated(campaign);
    throw moved(campaign.revision);
  }
  await begin(services, campaign);
  return { campaign, warnings, isRepeat: false };
}

/** Returns the warnings, or null where the draft is no longer what it was. Errors of the codes `borne` keep nothing back. */
async function write(
  services: Services,
  actor: Actor,
  row: CampaignRow,
  borne: readonly string[],
): Promise<readonly Finding[] | null> {
  const found = await forecastCampaign(services, row, LOOKED_AT);
  const errors = found.findings.filter(({ kind, code }) => kind === "error" && !borne.includes(code));
  if (found.kind === "problems" || errors.length > 0) {
    const [first] = errors;
    throw new Problem("invalid", first?.message ?? "This campaign cannot be launched yet.", found.findings);
  }
  const { pinned } = found.launched;
  const now = services.clock.now();
  const change = services.db
    .update(campaigns)
    .set({
      config: row.config,
      state: pinned.launchedAt > now ? "scheduled" : "sending",
      stateAt: now,
      stateBy: actor.id,
      pinned: found.launched,
      launchedAt: pinned.launchedAt,
      launchedBy: actor.id,
    })
    .where(and(eq(campaigns.id, row.id), eq(campaigns.revision, row.revision), isNull(campaigns.launchedAt)));
  const deed = {
    action: "campaign.launch",
    subject: { kind: "campaign", id: row.id },
    detail: { revision: row.revision, startAt: pinned.launchedAt },
  };
  const isLaunched = await writeAs(services, actor, deed, change);
  return isLaunched ? found.findings : null;
}

/** From here on it is launched: what fails is made up for by the sweep. */
async function begin(services: Services, campaign: CampaignRow): Promise<void> {
  try {
    await openOnSender(services, campaign);
    await offerFreeze(services, campaign);
  } catch (error) {
    services.log.error("launch-not-begun", { campaignId: campaign.id, error: describeError(error) });
  }
}

function repeated(campaign: CampaignRow): Launch {
  if (campaign.state === "cancelled" || campaign.state === "done" || campaign.state === "failed")
    throw new Problem("conflict", "This campaign is over. Duplicate it to send it again.", {
      state: campaign.state,
    });
  return { campaign, warnings: [], isRepeat: true };
}

function moved(revision: number): Problem {
  return new Problem("conflict", "The draft was changed meanwhile: look at it again, then launch.", {
    revision,
  });
}
