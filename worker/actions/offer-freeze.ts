// The first step of freezing an audience, asked for at the instant the campaign starts.
import type { CampaignRow } from "../db/campaigns.ts";
import type { Services } from "../services.ts";

/** As long as a queue holds a message back (Cloudflare, "Queues limits": 12 hours); a later start asks again then. */
const DELAY_SECONDS_MAX = 43_200;

export async function offerFreeze(
  { work, clock }: Services,
  { id, launchedAt }: Pick<CampaignRow, "id" | "launchedAt">,
): Promise<void> {
  const waitMs = Math.max(0, (launchedAt ?? 0) - clock.now());
  const delaySeconds = Math.min(DELAY_SECONDS_MAX, Math.ceil(waitMs / 1_000));
  await work.send({ kind: "freeze", campaignId: id }, { delaySeconds });
}
