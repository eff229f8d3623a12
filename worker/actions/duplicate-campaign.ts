// The same campaign again, as a draft: how one that is over is sent anew, or one that was launched is changed.
import type { Actor } from "../actor.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import type { Services } from "../services.ts";
import { createCampaign } from "./create-campaign.ts";
import { mustFindCampaign } from "./find-campaign.ts";

/** As long as a name may be, less what is added to it. */
const NAME_CHARACTERS_MAX = 113;

/** Its instants are left out: they were meant for the first. Throws `not_found`. */
export async function duplicateCampaign(
  services: Services,
  actor: Actor,
  id: string,
  newId?: string,
): Promise<CampaignRow> {
  const { config } = await mustFindCampaign(services, id);
  const { startAt: _startAt, expiresAt: _expiresAt, ...rest } = config;
  const name = `${config.name.slice(0, NAME_CHARACTERS_MAX)} (copy)`;
  return createCampaign(services, actor, { ...rest, name }, newId);
}
