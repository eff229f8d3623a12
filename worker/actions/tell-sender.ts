// What a campaign's line is told: the Sender is the only authority on whether it runs.
import type { MoveAnswer, MoveCall } from "#core/campaign/sending";
import type { CampaignRow } from "../db/campaigns.ts";
import type { Services } from "../services.ts";

/** The line's Sender takes the campaign on; telling it again changes nothing. */
export async function openOnSender(
  { sender, clock }: Services,
  { pinned, launchedBy }: Pick<CampaignRow, "pinned" | "launchedBy">,
): Promise<void> {
  if (pinned === null) throw new Error("a campaign is pinned before its Sender hears of it");
  const { line } = pinned.pinned;
  await sender(line.id).open({ pinned: pinned.pinned, actor: launchedBy ?? "partyline", now: clock.now() });
}

/** Its audience is complete. */
export async function frozenOnSender(
  { sender, clock }: Services,
  lineId: string,
  campaignId: string,
  planned: number,
): Promise<void> {
  await sender(lineId).frozen({ campaignId, planned, now: clock.now() });
}

export async function moveOnSender(
  { sender, clock }: Services,
  lineId: string,
  move: Omit<MoveCall, "now">,
): Promise<MoveAnswer> {
  return sender(lineId).move({ ...move, now: clock.now() });
}
