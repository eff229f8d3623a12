// A campaign is over: whoever it did not reach is marked so, in pieces.
import type { PumpJob } from "#core/campaign/jobs";
import { withdraw } from "../db/recipients.ts";
import type { Services } from "../services.ts";
import { findPinned } from "./find-pinned.ts";

/** A million recipients take five hundred pieces; a run of the consumer may make a thousand queries (Cloudflare). */
const PIECES_MAX = 900;

export async function withdrawCampaign(
  services: Services,
  { campaignId, lineId, reason }: Extract<PumpJob, { kind: "withdraw" }>,
): Promise<void> {
  const { clock, d1, sender } = services;
  const pinned = await findPinned(services, lineId, campaignId);
  if (pinned === null) return;
  const word = reason === "expired" ? "expired" : "over";
  for (let piece = 0; piece < PIECES_MAX; piece += 1) {
    if (await withdraw(d1, campaignId, pinned.launchedAt, word)) continue;
    await sender(lineId).withdrawn({ campaignId, now: clock.now() });
    return;
  }
}
