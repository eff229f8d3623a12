// What the clock starts. Cron is a sweeper, not a scheduler: everything here may run late, twice or not at all for a while.
import { lookAfterShifts } from "../actions/look-after-shifts.ts";
import { purge } from "../actions/purge.ts";
import { purgeFiles } from "../actions/purge-files.ts";
import { sendDigests } from "../actions/send-digests.ts";
import { sweepCampaigns } from "../actions/sweep-campaigns.ts";
import { sweepEmails } from "../actions/sweep-emails.ts";
import { sweepLostAlarms } from "../actions/sweep-lost-alarms.ts";
import { sweepStuckWork } from "../actions/sweep-stuck-work.ts";
import { sweepTimers } from "../actions/sweep-timers.ts";
import { sweepUnseenReplies } from "../actions/sweep-unseen-replies.ts";
import { sweepVoicemails } from "../actions/sweep-voicemails.ts";
import { tellOperators } from "../actions/tell-operators.ts";
import { tickFunnels } from "../actions/tick-funnels.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

const NIGHTLY = "17 3 * * *";
const HOUR_MS = 3_600_000;
const SWEEP_EVERY_MS = 300_000;

type Sweep = readonly [name: string, run: (services: Services) => Promise<unknown>];

/** One tick of cron; see wrangler.toml for the two schedules. */
export async function runCron(services: Services, cron: string): Promise<void> {
  if (cron === NIGHTLY)
    return runAll(services, [
      ["purge", purge],
      ["purge-files", purgeFiles],
    ]);
  const isFirstOfHour = services.clock.now() % HOUR_MS < SWEEP_EVERY_MS;
  const hourly: readonly Sweep[] = isFirstOfHour ? [["lost-alarms", sweepLostAlarms]] : [];
  return runAll(services, [
    ["unseen-replies", sweepUnseenReplies],
    ["campaigns", sweepCampaigns],
    ["timers", sweepTimers],
    ["funnels", tickFunnels],
    ["stuck-work", sweepStuckWork],
    ["operators", tellOperators],
    ["shifts", lookAfterShifts],
    ["voicemails", sweepVoicemails],
    ["digests", sendDigests],
    ["emails", sweepEmails],
    ...hourly,
  ]);
}

/** What cron would have run between two instants of the demo's clock: the same sweeps, once. */
export async function runDue(services: Services): Promise<void> {
  await runAll(services, [
    ["lost-alarms", sweepLostAlarms],
    ["unseen-replies", sweepUnseenReplies],
    ["campaigns", sweepCampaigns],
    ["timers", sweepTimers],
    ["funnels", tickFunnels],
    ["stuck-work", sweepStuckWork],
    ["operators", tellOperators],
    ["shifts", lookAfterShifts],
    ["voicemails", sweepVoicemails],
    ["digests", sendDigests],
    ["emails", sweepEmails],
  ]);
}

/** One sweep that fails stops no other. */
async function runAll(services: Services, sweeps: readonly Sweep[]): Promise<void> {
  for (const [name, run] of sweeps) {
    try {
      await run(services);
    } catch (error) {
      services.log.error("sweep-failed", { sweep: name, error: describeError(error) });
    }
  }
}
