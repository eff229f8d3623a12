// The campaigns a funnel began stop with it, and go on with it.
import type { CampaignState } from "#core/campaign/campaign";
import type { Actor } from "../actor.ts";
import { listMadeBy } from "../db/campaigns.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { moveCampaign } from "./move-campaign.ts";
import type { Move } from "./move-campaign.ts";

/** Who makes a funnel's campaigns, as the audit trail names it. */
export function actorOf(funnelKey: string): Actor {
  return { id: `funnel:${funnelKey}`, role: "editor", scopes: null };
}

const WHY = {
  pause: "The funnel was paused.",
  resume: "The funnel goes on.",
  cancel: "The funnel was taken out of use.",
} as const satisfies Record<Move, string>;

const FROM: Readonly<Record<Move, readonly CampaignState[]>> = {
  pause: ["scheduled", "sending"],
  resume: ["paused"],
  cancel: ["scheduled", "sending", "paused"],
};

/** Those that somebody paused by hand, or that their line's trouble paused, stay as they are when the funnel goes on. */
export async function steerCampaignsOf(
  services: Services,
  actor: Actor,
  funnelKey: string,
  move: Move,
): Promise<void> {
  const made = await listMadeBy(services.db, actorOf(funnelKey).id, FROM[move]);
  for (const { id, stateReason } of made) {
    if (move === "resume" && stateReason !== WHY.pause) continue;
    try {
      await moveCampaign(services, actor, id, move, WHY[move]);
    } catch (error) {
      // It was over, or moved, a moment before.
      if (!(error instanceof Problem && error.code === "conflict")) throw error;
    }
  }
}
