// The states of a campaign, in the order it goes through them. The core's own list brings its validator with it.
import type { CampaignState } from "#core/campaign/campaign";

const ORDER = { draft: 0, scheduled: 1, sending: 2, paused: 3, done: 4, cancelled: 5, failed: 6 } as const;

export const STATES = Object.keys(ORDER satisfies Record<CampaignState, number>) as CampaignState[];
