// The people of one stage in one slot become a campaign: every law, pace and figure is the campaign's.
import type { CampaignConfig } from "#core/campaign/campaign";
import { stageOf } from "#core/funnel/funnel";
import type { Begun } from "../db/funnel-slots.ts";
import type { FunnelRow } from "../db/funnels.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { createCampaign } from "./create-campaign.ts";
import { launchCampaign } from "./launch-campaign.ts";
import { actorOf } from "./steer-funnel-campaigns.ts";

/** Who could not be written to within a day - closed hours, a paused line - is due in a slot of another day. */
const EXPIRES_MS = 86_400_000;

/** Begun twice it is launched once. Throws `invalid` where its flow or line is gone. */
export async function beginStage(
  services: Services,
  { key, config }: FunnelRow,
  slotAt: number,
  { stage: id, campaignId, contactIds }: Begun,
): Promise<void> {
  const stage = stageOf(config, id);
  // The stage went in the seconds since it was chosen: its people leave when they are looked at.
  if (stage === undefined) return;
  const actor = actorOf(key);
  const campaign: CampaignConfig = {
    name: `${config.name}: ${stage.name}`,
    lineId: config.lineId,
    variants: [{ name: "flow", weight: 1, content: { kind: "flow", flow: stage.flow } }],
    audience: { kind: "contacts", contacts: [...contactIds] },
    expiresAt: new Date(slotAt + EXPIRES_MS).toISOString(),
    inConversation: "skip",
    consent: config.consent,
  };
  await createCampaign(services, actor, campaign, campaignId);
  try {
    await launchCampaign(services, actor, campaignId, { evenForNobody: true });
  } catch (error) {
    // It was launched before, and is over already.
    if (!(error instanceof Problem && error.code === "conflict")) throw error;
  }
}
