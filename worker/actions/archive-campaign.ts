// Takes a campaign out of the lists: a draft nobody wants, or one that is over.
import { and, eq, isNull } from "drizzle-orm";
import { isOver } from "#core/campaign/states";
import type { Actor } from "../actor.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { campaigns } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindCampaign } from "./find-campaign.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for one that is under way. */
export async function archiveCampaign(services: Services, actor: Actor, id: string): Promise<CampaignRow> {
  const { state } = await mustFindCampaign(services, id);
  if (state !== "draft" && !isOver(state))
    throw new Problem("conflict", "This campaign is under way. Cancel it first.");
  const write = services.db
    .update(campaigns)
    .set({ archivedAt: services.clock.now() })
    .where(and(eq(campaigns.id, id), eq(campaigns.state, state), isNull(campaigns.archivedAt)));
  await writeAs(services, actor, { action: "campaign.archive", subject: { kind: "campaign", id } }, write);
  return mustFindCampaign(services, id);
}
