// Launches whose audience should be frozen by now and is not: a step that got lost is asked for again.
import { listUnfrozen } from "../db/campaigns.ts";
import type { Services } from "../services.ts";
import { offerFreeze } from "./offer-freeze.ts";

/** A step takes seconds; one that was written less long ago is surely still at it. */
const LOST_AFTER_MS = 120_000;

/** The last step writes that the audience is complete, then tells the Sender, who may be told again: for so long it is. */
const TOLD_AGAIN_MS = 3_600_000;

/** Returns how many were asked for. */
export async function sweepCampaigns(services: Services): Promise<number> {
  const now = services.clock.now();
  const rows = await listUnfrozen(services.db, {
    now,
    idleSince: now - LOST_AFTER_MS,
    toldSince: now - TOLD_AGAIN_MS,
  });
  for (const row of rows) await offerFreeze(services, row);
  return rows.length;
}
