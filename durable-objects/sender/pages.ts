// What a Sender hands to its consumers: pages as there is room, looks whether anybody is left, and the end of what is over.
import type { PageJob, PumpJob } from "#core/campaign/jobs";
import { lookAfter } from "#core/campaign/doubts";
import { giveAgain, givePages } from "#core/campaign/give-pages";
import { isSending, PAGE_LOST_MS, settledProgress, WITHDRAWN_AFTER_MS } from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import { lineHeldUntil, withPacing } from "#core/campaign/slots";
import { BY_ITSELF, onTime, toRecord } from "#core/campaign/steer";
import type { Keeper } from "./keeper.ts";

/** Everything the clock asks for: starts, ends, lost pages, looks, and pages there is room for. */
export function wake(keeper: Keeper, now: number): void {
  const { pacing } = keeper.line;
  const line = pacing === null ? keeper.line : withPacing(keeper.line, pacing, now);
  if (lineHeldUntil(line) !== lineHeldUntil(keeper.line)) keeper.keep({ line, now });
  for (const before of keeper.campaigns.values()) {
    const settled = settledProgress(before, now);
    const onTheClock = onTime(settled, now);
    const records = onTheClock === settled ? [] : [toRecord(onTheClock, BY_ITSELF)];
    const doubted = lookAfter(onTheClock, now);
    const { progress, jobs } = askAgain(doubted?.progress ?? onTheClock, now);
    const all = doubted === null ? jobs : [...jobs, doubted.job];
    if (progress !== before) keeper.keep({ campaigns: [progress], records, jobs: all, now });
  }
  fill(keeper, now);
}

/** Gives out as many pages as there is room for, by queue. */
export function fill(keeper: Keeper, now: number): void {
  const { campaigns, jobs } = givePages(keeper.line, keeper.campaigns.values(), now);
  if (jobs.length > 0) keeper.keep({ campaigns, jobs, now });
}

/** Gives the next page to who asks for it; null for none at present. */
export function fillFor(keeper: Keeper, now: number): PageJob | null {
  const { campaigns, jobs } = givePages(keeper.line, keeper.campaigns.values(), now, 1);
  if (jobs.length > 0) keeper.keep({ campaigns, now });
  return jobs[0] ?? null;
}

function askAgain(progress: Progress, now: number): { progress: Progress; jobs: readonly PumpJob[] } {
  const { campaignId, lineId, withdrawal, withdrawnAt, isWithdrawn } = progress;
  if (withdrawal !== null) {
    const dueAt = withdrawnAt === null ? progress.changedAt + WITHDRAWN_AFTER_MS : withdrawnAt + PAGE_LOST_MS;
    if (isWithdrawn || dueAt > now) return { progress, jobs: [] };
    const job = { kind: "withdraw", campaignId, lineId, reason: withdrawal } as const;
    return { progress: { ...progress, withdrawnAt: now, pages: [] }, jobs: [job] };
  }
  if (!isSending(progress)) return { progress, jobs: [] };
  const again = giveAgain(progress, now);
  const { check } = again.progress;
  if (check.at === null || check.at > now) return again;
  // Asked for again only when this look got lost.
  const asked = { ...again.progress, check: { ...check, at: now + PAGE_LOST_MS } };
  const job = { kind: "check", campaignId, lineId, round: check.round } as const;
  return { progress: asked, jobs: [...again.jobs, job] };
}
