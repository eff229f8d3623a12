// How far a campaign has come, as its Sender keeps it, and which page of it is next.
import type { CampaignState } from "#core/campaign/campaign";
import type { Tape } from "#core/campaign/breaker";
import { nextDoubtAt } from "#core/campaign/doubts";
import type { Doubt } from "#core/campaign/doubts";
import { LANES } from "#core/campaign/jobs";
import type { PageJob, PumpJob } from "#core/campaign/jobs";
import type { Pinned } from "#core/campaign/sending";

/** A page nobody asked slots for or reported on for so long was lost with its consumer: it is offered again. */
export const PAGE_LOST_MS = 60_000;
/** Claims that were granted before a campaign was stopped are used up by then, and what came of them is known. */
export const WITHDRAWN_AFTER_MS = 5_000;
/** Outcomes are on their way to D1 for a second or two, doubts for as long as a look-up takes; each later look waits longer. */
const CHECK_WAITS_MS = [1_000, 3_000, 10_000, 30_000, 150_000, 300_000] as const;

export interface PageInHand {
  readonly job: PageJob;
  /** When it was offered, or last asked for slots. */
  readonly touchedAt: number;
  /** By message id: a page that is delivered again gets the same ones. */
  readonly slots: Readonly<Record<string, number>>;
}

export const NO_CHECK: Progress["check"] = { round: 0, at: null };

interface Lane {
  readonly cursor: string | null;
  readonly isDone: boolean;
}

export interface Progress {
  readonly campaignId: string;
  readonly lineId: string;
  readonly state: CampaignState;
  readonly seq: number;
  readonly changedAt: number;
  readonly reason: string | null;
  readonly startAt: number | null;
  readonly expiresAt: number | null;
  readonly dailyCap: number | null;
  readonly planned: number | null;
  readonly lanes: readonly Lane[];
  readonly nextDueAt: number | null;
  readonly pages: readonly PageInHand[];
  /** People a day, on the line's calendar. */
  readonly day: { readonly date: string; readonly people: number };
  /** Its own cap is reached until then. */
  readonly heldUntil: number;
  readonly servedAt: number;
  readonly tape: Tape;
  /** The look whether really nobody is left: how many there were, and when the next is due (null = pages are to come first). */
  readonly check: { readonly round: number; readonly at: number | null };
  /** Whom it did not reach are still to be told off, and when that was last asked for. */
  readonly withdrawal: Extract<PumpJob, { kind: "withdraw" }>["reason"] | null;
  readonly withdrawnAt: number | null;
  readonly isWithdrawn: boolean;
  /** Whose claim nobody reported on; absent where there were never any. */
  readonly doubts?: readonly Doubt[];
}

export function newProgress(pinned: Pinned, now: number): Progress {
  const { campaignId, line, startAt, expiresAt, dailyCap } = pinned;
  return {
    campaignId,
    lineId: line.id,
    state: startAt !== null && startAt > now ? "scheduled" : "sending",
    seq: 1,
    changedAt: now,
    reason: null,
    startAt,
    expiresAt,
    dailyCap,
    planned: null,
    lanes: Array.from({ length: LANES }, () => ({ cursor: null, isDone: false })),
    nextDueAt: null,
    pages: [],
    day: { date: "", people: 0 },
    heldUntil: 0,
    servedAt: 0,
    tape: [],
    check: NO_CHECK,
    withdrawal: null,
    withdrawnAt: null,
    isWithdrawn: false,
  };
}

/** Done by itself: what failed later may still be tried again. */
export function isSending({ state, withdrawal }: Progress): boolean {
  return state === "sending" || (state === "done" && withdrawal === null);
}

/** The next page to send, put-off recipients first; null for none at present. */
export function nextPage(progress: Progress, limit: number, now: number): PageJob | null {
  const { campaignId, lineId, lanes, pages, planned, nextDueAt } = progress;
  if (!isSending(progress) || planned === null || progress.heldUntil > now) return null;
  const isDueInHand = pages.some(({ job }) => job.kind === "due");
  if (nextDueAt !== null && nextDueAt <= now && !isDueInHand)
    return { kind: "due", campaignId, lineId, limit };
  const inHand = new Set(pages.flatMap(({ job }) => (job.kind === "lane" ? [job.lane] : [])));
  const lane = lanes.findIndex(({ isDone }, index) => !isDone && !inHand.has(index));
  if (lane < 0) return null;
  return { kind: "lane", campaignId, lineId, lane, cursor: lanes[lane]?.cursor ?? null, limit };
}

/** Gives a page out. */
export function giveOut(progress: Progress, job: PageJob, now: number): Progress {
  const page: PageInHand = { job, touchedAt: now, slots: {} };
  const check = { ...progress.check, at: null };
  return { ...progress, pages: [...progress.pages, page], servedAt: now, check };
}

export function findPage({ pages }: Progress, job: PageJob): PageInHand | null {
  return pages.find((page) => isSame(page.job, job)) ?? null;
}

/** The page as somebody has just dealt with it. */
export function touch(progress: Progress, job: PageJob, slots: PageInHand["slots"], now: number): Progress {
  const pages = progress.pages.map((page) =>
    isSame(page.job, job) ? { ...page, touchedAt: now, slots: { ...page.slots, ...slots } } : page,
  );
  return { ...progress, pages };
}

export interface Read {
  readonly cursor: string | null;
  readonly isLast: boolean;
  readonly nextDueAt: number | null;
}

/** A page came back. One that is not in hand any more was given to another meanwhile: only its news counts. */
export function takeBack(progress: Progress, job: PageJob, read: Read, now: number): Progress {
  const isInHand = findPage(progress, job) !== null;
  const pages = progress.pages.filter((page) => !isSame(page.job, job));
  const lanes = progress.lanes.map((lane, index) =>
    isInHand && job.kind === "lane" && job.lane === index
      ? { cursor: read.cursor ?? lane.cursor, isDone: read.isLast }
      : lane,
  );
  return withCheck({ ...progress, pages, lanes, nextDueAt: soonest(progress, job, read) }, now);
}

/** Lanes are read side by side, so one may not know yet what another put off; a page of put-off ones has seen them all. */
function soonest(progress: Progress, job: PageJob, read: Read): number | null {
  if (job.kind === "due" || progress.nextDueAt === null) return read.nextDueAt;
  return read.nextDueAt === null ? progress.nextDueAt : Math.min(progress.nextDueAt, read.nextDueAt);
}

/** Pages that were lost, to be offered once more as they are. */
export function lostPages({ pages }: Progress, now: number): readonly PageJob[] {
  return pages.filter(({ touchedAt }) => touchedAt + PAGE_LOST_MS <= now).map(({ job }) => job);
}

/** No day on any calendar is longer. */
const DAY_MS_MAX = 26 * 3_600_000;

/** As a clock that was set back finds it: what another clock promised further ahead than anything is promised is asked for again. */
export function settledProgress(progress: Progress, now: number): Progress {
  const { heldUntil, withdrawnAt, check, pages } = progress;
  const isAhead = (at: number | null, byMs: number): boolean => at !== null && at > now + byMs;
  const isCheckAhead = isAhead(check.at, Math.max(...CHECK_WAITS_MS));
  const areAhead = pages.some(({ touchedAt }) => isAhead(touchedAt, PAGE_LOST_MS));
  if (!isAhead(heldUntil, DAY_MS_MAX) && !isAhead(withdrawnAt, PAGE_LOST_MS) && !isCheckAhead && !areAhead)
    return progress;
  return {
    ...progress,
    heldUntil: isAhead(heldUntil, DAY_MS_MAX) ? 0 : heldUntil,
    withdrawnAt: isAhead(withdrawnAt, PAGE_LOST_MS) ? null : withdrawnAt,
    check: isCheckAhead ? { ...check, at: now } : check,
    // Whoever holds them may be at it still: they are missed in a minute, by this clock.
    pages: areAhead ? pages.map((page) => ({ ...page, touchedAt: Math.min(page.touchedAt, now) })) : pages,
  };
}

/** After a look that found so many left: over, or another look later. null = really nobody is left. */
export function afterCheck(
  progress: Progress,
  left: number,
  nextDueAt: number | null,
  now: number,
): Progress | null {
  if (left === 0 && nextDueAt === null && progress.pages.length === 0) return null;
  const round = progress.check.round + 1;
  const at = nextDueAt === null && progress.pages.length === 0 ? now + waitOf(round) : null;
  return { ...progress, nextDueAt, check: { round, at } };
}

/** When this campaign needs its Sender next; null for not before somebody calls. */
export function needsAt(progress: Progress, now: number): number | null {
  const { state, startAt, expiresAt, check, nextDueAt, pages, changedAt } = progress;
  const { withdrawal, withdrawnAt, isWithdrawn } = progress;
  const doubtAt = nextDoubtAt(progress);
  const times: number[] = doubtAt === null ? [] : [doubtAt];
  if (state === "scheduled" && startAt !== null) times.push(startAt);
  if (expiresAt !== null && (state === "scheduled" || state === "sending" || state === "paused"))
    times.push(expiresAt);
  if (withdrawal !== null && !isWithdrawn)
    times.push(withdrawnAt === null ? changedAt + WITHDRAWN_AFTER_MS : withdrawnAt + PAGE_LOST_MS);
  if (isSending(progress)) {
    // What is due already waits for room, which a report makes, or for its line: no alarm brings it sooner.
    const waits = [nextDueAt === null ? 0 : Math.max(nextDueAt, progress.heldUntil)];
    if (progress.lanes.some(({ isDone }) => !isDone)) waits.push(progress.heldUntil);
    times.push(...waits.filter((at) => at > now));
    if (check.at !== null) times.push(check.at);
    for (const { touchedAt } of pages) times.push(touchedAt + PAGE_LOST_MS);
  }
  return times.length === 0 ? null : Math.min(...times);
}

function withCheck(progress: Progress, now: number): Progress {
  const { state, lanes, pages, nextDueAt } = progress;
  const isThrough = lanes.every(({ isDone }) => isDone) && pages.length === 0 && nextDueAt === null;
  if (state !== "sending" || !isThrough) return progress;
  const { round } = progress.check;
  return { ...progress, check: { round, at: now + waitOf(round) } };
}

function waitOf(round: number): number {
  return CHECK_WAITS_MS[Math.min(round, CHECK_WAITS_MS.length - 1)] ?? 0;
}

function isSame(a: PageJob, b: PageJob): boolean {
  if (a.campaignId !== b.campaignId) return false;
  if (a.kind === "due" || b.kind === "due") return a.kind === b.kind;
  return a.lane === b.lane && a.cursor === b.cursor;
}
