// The campaign a request is about.
import { findCampaign } from "../db/campaigns.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** Throws `not_found`. */
export async function mustFindCampaign({ db }: Services, id: string): Promise<CampaignRow> {
  const row = await findCampaign(db, id);
  if (row === null) throw notFound("campaign", id);
  return row;
}

/** Throws `not_found`, or `conflict` for one that was launched or archived. */
export async function mustFindDraft(services: Services, id: string): Promise<CampaignRow> {
  const row = await mustFindCampaign(services, id);
  if (row.archivedAt !== null) throw new Problem("conflict", "This campaign is archived.");
  if (row.state !== "draft")
    throw new Problem(
      "conflict",
      "This campaign was launched: what it sends is held fast. Duplicate it to change it.",
    );
  return row;
}
