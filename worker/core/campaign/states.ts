// Where a campaign can go from where it is.
import type { CampaignState } from "#core/campaign/campaign";

/** A campaign that is over stays over: who wants it again duplicates it. */
const WAYS = {
  draft: ["scheduled", "sending"],
  scheduled: ["sending", "paused", "cancelled", "failed"],
  sending: ["paused", "done", "cancelled", "failed"],
  paused: ["scheduled", "sending", "done", "cancelled", "failed"],
  done: [],
  cancelled: [],
  failed: [],
} as const satisfies Record<CampaignState, readonly CampaignState[]>;

export function mayMove(from: CampaignState, to: CampaignState): boolean {
  const ways: readonly CampaignState[] = WAYS[from];
  return ways.includes(to);
}

/** Whether nothing more will come of it by itself. */
export function isOver(state: CampaignState): boolean {
  return state !== "draft" && WAYS[state].length === 0;
}
