// Pages of campaigns: each job by itself, side by side, since most of its time is spent waiting for slots.
import type { PumpJob } from "#core/campaign/jobs";
import { checkCampaign } from "../actions/check-campaign.ts";
import { lookAfterRecipients } from "../actions/look-after-recipients.ts";
import { sendPages } from "../actions/send-page.ts";
import { withdrawCampaign } from "../actions/withdraw-campaign.ts";
import { Gate } from "../gate.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** A Worker has six connections at a time (Cloudflare); one more would only wait, and miss its slot. */
const POSTS_AT_ONCE = 6;
const RETRY_SECONDS = 5;

export async function consumePump(services: Services, batch: MessageBatch<PumpJob>): Promise<void> {
  const gate = new Gate(POSTS_AT_ONCE);
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        await run(services, message.body, gate);
        message.ack();
      } catch (error) {
        const { kind, campaignId } = message.body;
        services.log.error("pump-failed", {
          kind,
          campaignId,
          attempts: message.attempts,
          error: describeError(error),
        });
        message.retry({ delaySeconds: RETRY_SECONDS });
      }
    }),
  );
}

function run(services: Services, job: PumpJob, gate: Gate): Promise<void> {
  switch (job.kind) {
    case "lane":
    case "due":
      return sendPages(services, job, gate);
    case "check":
      return checkCampaign(services, job);
    case "look-after":
      return lookAfterRecipients(services, job);
    case "withdraw":
      return withdrawCampaign(services, job);
    default:
      return job satisfies never;
  }
}
