// A new campaign: a draft, which may still name things that do not exist.
import type { CampaignConfig } from "#core/campaign/campaign";
import type { Actor } from "../actor.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { campaigns } from "../db/schema/index.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindCampaign } from "./find-campaign.ts";
import { writeAs } from "./write-as.ts";

/** `id`: the same id again makes nothing new. Throws `invalid`. */
export async function createCampaign(
  services: Services,
  actor: Actor,
  config: CampaignConfig,
  id: string = services.mint(),
): Promise<CampaignRow> {
  checkShape(config);
  const now = services.clock.now();
  const row = {
    id,
    name: config.name,
    lineId: config.lineId,
    config,
    revision: 1,
    state: "draft",
    stateSeq: 0,
    stateAt: now,
    stateBy: actor.id,
    createdAt: now,
    createdBy: actor.id,
    changedAt: now,
  } as const;
  const deed = { action: "campaign.create", subject: { kind: "campaign", id }, detail: {} };
  const write = services.db.insert(campaigns).values(row).onConflictDoNothing();
  await writeAs(services, actor, deed, write);
  return mustFindCampaign(services, id);
}

/** What the schema cannot say. Throws `invalid`. */
export function checkShape({ variants }: CampaignConfig): void {
  const names = variants.map(({ name }) => name);
  const twice = names.findIndex((name, place) => names.indexOf(name) < place);
  if (twice >= 0)
    throw invalidAt({ path: `variants[${twice}].name`, message: "is the name of another variant" });
}
