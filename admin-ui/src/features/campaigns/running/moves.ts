// A campaign's steps as sentences.
import type { CampaignState } from "#core/campaign/campaign";

const BY_ITSELF: Readonly<Record<CampaignState, string>> = {
  draft: "It was begun",
  scheduled: "It was scheduled",
  sending: "It began to go out",
  paused: "It paused by itself",
  done: "It was done",
  cancelled: "It ended by itself",
  failed: "It failed",
};
const BY_SOMEBODY: Readonly<Record<CampaignState, string>> = {
  draft: "began the draft",
  scheduled: "scheduled it",
  sending: "let it go out",
  paused: "paused it",
  done: "ended it",
  cancelled: "cancelled it",
  failed: "gave it up",
};

/** `by`: who, or `partyline` for the campaign itself. */
export function moveInWords(state: CampaignState, by: string): string {
  return by === "partyline" ? BY_ITSELF[state] : `${by} ${BY_SOMEBODY[state]}`;
}
