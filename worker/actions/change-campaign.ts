// Changes a draft over the revision its author was looking at; what was launched is never changed.
import { and, eq } from "drizzle-orm";
import type { CampaignConfig } from "#core/campaign/campaign";
import type { Actor } from "../actor.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { campaigns } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { checkShape } from "./create-campaign.ts";
import { mustFindCampaign, mustFindDraft } from "./find-campaign.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, `invalid`, or `conflict` for one that was launched, or changed since `revision`. */
export async function changeCampaign(
  services: Services,
  actor: Actor,
  id: string,
  revision: number,
  config: CampaignConfig,
): Promise<CampaignRow> {
  await mustFindDraft(services, id);
  checkShape(config);
  const { name, lineId } = config;
  const same = and(eq(campaigns.id, id), eq(campaigns.state, "draft"), eq(campaigns.revision, revision));
  const write = services.db
    .update(campaigns)
    .set({ name, lineId, config, revision: revision + 1, changedAt: services.clock.now(), forecast: null })
    .where(same);
  const deed = {
    action: "campaign.change",
    subject: { kind: "campaign", id },
    detail: { revision: revision + 1 },
  };
  const isChanged = await writeAs(services, actor, deed, write);
  const now = await mustFindCampaign(services, id);
  if (isChanged) return now;
  throw new Problem(
    "conflict",
    `This draft was made from revision ${revision}; by now it is ${now.revision}.`,
    { revision: now.revision },
  );
}
