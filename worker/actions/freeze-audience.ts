// One step of freezing an audience: some pages, each written with how far it came. Run twice, or begun anew after a crash,
// it goes on where the last written page ended, and every contact is decided about once.
import { count, emptyTally, excludedCount } from "#core/campaign/tally";
import type { Launched } from "#core/campaign/launched";
import { writePage } from "../db/freeze.ts";
import { findCampaign } from "../db/campaigns.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import type { Services } from "../services.ts";
import { PAGE } from "./forecast-campaign.ts";
import { offerFreeze } from "./offer-freeze.ts";
import { openAudience } from "./read-audience.ts";
import { frozenOnSender, moveOnSender, openOnSender } from "./tell-sender.ts";

/** A step is one run of a queue consumer, which may make a thousand queries (Cloudflare, "D1 limits") and is retried whole. */
const PAGES_PER_STEP = 20;

/** `pageSize`: contacts a page. */
export async function freezeAudience(services: Services, campaignId: string, pageSize = PAGE): Promise<void> {
  const row = await findCampaign(services.db, campaignId);
  if (row === null || row.launchedAt === null || row.pinned === null) return;
  if (row.audienceFrozenAt !== null) return tellFrozen(services, row);
  // Paused before it began: resuming asks again. Over: nothing is to be done.
  if (row.state !== "scheduled" && row.state !== "sending") return;
  if (row.launchedAt > services.clock.now()) return offerFreeze(services, row);
  await openOnSender(services, row);
  if (await freezePages(services, row, row.pinned, pageSize)) await offerFreeze(services, row);
}

/** Whether there are pages left. */
async function freezePages(
  services: Services,
  row: CampaignRow,
  launched: Launched,
  pageSize: number,
): Promise<boolean> {
  const { id: campaignId, launchedAt } = row;
  const readPage = openAudience(services, launched);
  const tally = row.tally ?? emptyTally();
  let from = row.audienceCursor;
  for (let page = 0; page < PAGES_PER_STEP; page += 1) {
    const { decided, next } = await readPage(from, pageSize);
    const decisions = decided.map(({ decision }) => decision);
    count(tally, decisions);
    const isWritten = await writePage(services.d1, {
      campaignId,
      launchedAt: launchedAt ?? launched.pinned.launchedAt,
      from,
      next,
      decisions,
      tally,
      now: services.clock.now(),
    });
    // Another step was faster and goes on, or the campaign was stopped.
    if (!isWritten) return false;
    if (next === null) {
      await tellFrozen(services, { ...row, tally });
      return false;
    }
    from = next;
  }
  return true;
}

async function tellFrozen(services: Services, { id, pinned, tally }: CampaignRow): Promise<void> {
  if (pinned === null || tally === null) return;
  const lineId = pinned.pinned.line.id;
  await frozenOnSender(services, lineId, id, tally.planned);
  if (tally.planned > 0) return;
  const left = excludedCount(tally);
  const reason =
    left === 0
      ? "Nobody was in the audience."
      : `Nobody of the ${left} in the audience could be sent anything.`;
  await moveOnSender(services, lineId, { campaignId: id, to: "done", actor: "partyline", reason });
}
