// Is anybody left of a campaign whose pages were all read? Whoever is stuck is offered again, and in the end shown as unknown.
import type { PumpJob } from "#core/campaign/jobs";
import { STATUS_RANK } from "#core/status";
import { markUnknown, readLeft, writePage } from "../db/recipients.ts";
import type { Services } from "../services.ts";
import { findPinned } from "./find-pinned.ts";

/** From this look on whoever is left is stuck: outcomes are in D1 within seconds, doubts are settled in three minutes. */
const STUCK_ROUND = 5;
/** Offered again so often, and nobody's object knows what became of them. */
const HOPELESS_ROUND = 8;

export async function checkCampaign(
  services: Services,
  { campaignId, lineId, round }: Extract<PumpJob, { kind: "check" }>,
): Promise<void> {
  const { clock, d1, log, sender } = services;
  const pinned = await findPinned(services, lineId, campaignId);
  if (pinned === null) return;
  const { ids, nextDueAt } = await readLeft(d1, campaignId, pinned.launchedAt);
  if (ids.length > 0 && round >= HOPELESS_ROUND) {
    log.error("recipients-unknown", { campaignId, count: ids.length });
    await markUnknown(d1, ids, STATUS_RANK.unknown);
  } else if (ids.length > 0 && round >= STUCK_ROUND) {
    log.warn("recipients-offered-again", { campaignId, count: ids.length });
    const dueAt = clock.now();
    await writePage(
      d1,
      campaignId,
      ids.map((id) => ({ id, dueAt, reason: null })),
      [],
    );
  }
  const left = await readLeft(d1, campaignId, pinned.launchedAt);
  const dueAt = left.nextDueAt ?? nextDueAt;
  await sender(lineId).checked({ campaignId, left: left.ids.length, nextDueAt: dueAt, now: clock.now() });
}
