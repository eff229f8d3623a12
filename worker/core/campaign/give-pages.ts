// Which pages go out next on a line: its campaigns take turns, and as many pages are under way as its rate keeps busy.
import { doubt } from "#core/campaign/doubts";
import { giveOut, lostPages, nextPage } from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import type { PageJob } from "#core/campaign/jobs";
import { lineHeldUntil, rateOf } from "#core/campaign/slots";
import type { LineState } from "#core/campaign/slots";

/** A page is about a second of the line's rate: a crash leaves so much to look up, a pause so much to stop. */
const PAGE_MIN = 5;
const PAGE_MAX = 25;
/** What one page of several gets through in a second, at most: six posts at a time to a carrier that takes a fifth of one. */
const POSTS_PER_SECOND = 15;
const PAGES_MAX = 16;
/** Below it one page after the other keeps the line busy. */
const SLOW_PER_SECOND = 5;

export function pageLimit(segmentsPerSecond: number): number {
  return Math.min(PAGE_MAX, Math.max(PAGE_MIN, Math.ceil(segmentsPerSecond)));
}

/** How many pages a line has under way. While one is sent the next is prepared. */
export function pagesAtOnce(segmentsPerSecond: number): number {
  if (segmentsPerSecond < SLOW_PER_SECOND) return 1;
  return Math.min(PAGES_MAX, 1 + Math.ceil(segmentsPerSecond / POSTS_PER_SECOND));
}

export interface Given {
  /** Only those that changed. */
  readonly campaigns: readonly Progress[];
  readonly jobs: readonly PageJob[];
}

/** Gives out what there is room for; `atMost` bounds it, for who takes the next page by hand. */
export function givePages(
  line: LineState,
  campaigns: Iterable<Progress>,
  now: number,
  atMost = PAGES_MAX,
): Given {
  const all = new Map(Array.from(campaigns, (progress) => [progress.campaignId, progress]));
  const changed = new Set<string>();
  const jobs: PageJob[] = [];
  const rate = rateOf(line);
  const inHand = () => [...all.values()].reduce((sum, { pages }) => sum + pages.length, 0);
  while (lineHeldUntil(line) <= now && jobs.length < atMost && inHand() < pagesAtOnce(rate)) {
    const job = firstOf([...all.values()].toSorted(byTurn), pageLimit(rate), now);
    const progress = job === null ? undefined : all.get(job.campaignId);
    if (job === null || progress === undefined) break;
    all.set(job.campaignId, giveOut(progress, job, now));
    changed.add(job.campaignId);
    jobs.push(job);
  }
  return { campaigns: [...changed].flatMap((id) => all.get(id) ?? []), jobs };
}

/** Pages that went missing, as they were: whoever had them may have sent some, which their claims tell. */
export function giveAgain(progress: Progress, now: number): { progress: Progress; jobs: readonly PageJob[] } {
  const jobs = lostPages(progress, now);
  if (jobs.length === 0) return { progress, jobs };
  const pages = progress.pages.map((page) => (jobs.includes(page.job) ? { ...page, touchedAt: now } : page));
  const slots = progress.pages.flatMap((page) => (jobs.includes(page.job) ? Object.keys(page.slots) : []));
  return { progress: doubt({ ...progress, pages }, slots, now), jobs };
}

/** Who has the fewest pages under way, then who was served longest ago. */
function byTurn(a: Progress, b: Progress): number {
  return a.pages.length - b.pages.length || a.servedAt - b.servedAt;
}

function firstOf(campaigns: readonly Progress[], limit: number, now: number): PageJob | null {
  for (const progress of campaigns) {
    const job = nextPage(progress, limit, now);
    if (job !== null) return job;
  }
  return null;
}
