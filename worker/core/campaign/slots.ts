// Slots for the messages of a page: as many as the pace, the caps of the day and the carrier's patience allow.
import type { BackOff } from "#core/campaign/back-off";
import { NO_BACK_OFF, settledBackOff } from "#core/campaign/back-off";
import { findPage, isSending, touch } from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import type {
  Load,
  Pacing,
  ReplyAnswer,
  ReplyCall,
  ReserveAnswer,
  ReserveCall,
} from "#core/campaign/sending";
import { lineDay } from "#core/line-day";
import type { LineDay } from "#core/line-day";
import { AT_REST, settled, takeBulk, takeReply } from "#core/pace";
import type { Pace } from "#core/pace";

/** Nothing is promised further ahead than this, so that a pause is felt within three seconds. */
const AHEAD_MS_MAX = 2_000;
/** A fast line promises less far ahead: what a reply takes is made up for the sooner. */
const AHEAD_MS = 500;
export const FAST_PER_SECOND = 4;
/** A slot missed by more than this is not used any more. */
export const LATE_MS_MAX = 500;

/** What a Sender knows of its line, whatever campaign it is about. */
export interface LineState {
  readonly pacing: Pacing | null;
  readonly pace: Pace;
  readonly backOff: BackOff;
  readonly day: { readonly date: string; readonly spentMicros: number };
  /** Until then nothing that we start leaves. */
  readonly heldUntil: number;
  readonly heldBecause: "spend-cap" | null;
  /** What D1 was told of when this Sender wants to be woken; null for not at all. */
  readonly timerAt: number | null;
}

export const NEW_LINE: LineState = {
  pacing: null,
  pace: AT_REST,
  backOff: NO_BACK_OFF,
  day: { date: "", spentMicros: 0 },
  heldUntil: 0,
  heldBecause: null,
  timerAt: null,
};

export interface Reserved {
  readonly line: LineState;
  readonly progress: Progress;
  readonly answer: ReserveAnswer;
  /** The spend cap was reached just now. */
  readonly isSpent: boolean;
}

/** Segments a second. */
export function rateOf({ pacing }: LineState): number {
  return pacing?.segmentsPerSecond ?? 1;
}

/** Until when the line as a whole sends nothing we start; in the past or 0 where it may. */
export function lineHeldUntil({ backOff, heldUntil }: LineState): number {
  return Math.max(backOff.until, heldUntil);
}

export function reserve(before: LineState, progress: Progress, call: ReserveCall): Reserved {
  const { page: job, loads, pacing, now } = call;
  const page = findPage(progress, job);
  const line = withPacing(before, pacing, now);
  if (page === null || !isSending(progress))
    return { line, progress, answer: { kind: "stopped" }, isSpent: false };
  const today = lineDay(pacing.zone, now);
  const draft = new Draft(line, withDay(progress, today), today, now);
  const slots: number[] = [];
  for (const load of loads) {
    const kept = page.slots[load.id];
    const isGood = kept !== undefined && kept >= now - LATE_MS_MAX && kept <= now + AHEAD_MS_MAX;
    const at = isGood ? kept : draft.take(load, isChargedOn(today, kept, pacing.zone));
    if (at === null) break;
    slots.push(at);
  }
  const given = Object.fromEntries(slots.map((at, index) => [loads[index]?.id ?? "", at]));
  return {
    line: draft.line,
    progress: touch(draft.progress, job, given, now),
    answer: { kind: "slots", slots, againAt: slots.length === loads.length ? null : draft.againAt },
    isSpent: draft.isSpent,
  };
}

/** A slot that was missed was charged to its day already; to the next one it was not. */
function isChargedOn({ date }: LineDay, kept: number | undefined, zone: string): boolean {
  return kept !== undefined && lineDay(zone, kept).date === date;
}

export interface Turn {
  readonly line: LineState;
  readonly answer: ReplyAnswer;
  /** The spend cap was reached just now. */
  readonly isSpent: boolean;
}

/** The turn of one message outside pages. A `later` holds no slot and costs nothing. */
export function takeTurn(before: LineState, call: ReplyCall): Turn {
  const { pacing, segments, costMicros, isStarted, now } = call;
  const line = withPacing(before, pacing, now);
  const later = (at: number, why: "carrier-busy" | "spend-cap"): Turn => {
    return { line, answer: { kind: "later", at, why }, isSpent: false };
  };
  if (line.backOff.until > now) return later(line.backOff.until, "carrier-busy");
  if (isStarted && line.heldUntil > now) return later(line.heldUntil, "spend-cap");
  if (isStarted && isBeyondCap(line, costMicros)) {
    const { endsAt } = lineDay(pacing.zone, now);
    return { ...later(endsAt, "spend-cap"), line: spentUp(line, endsAt), isSpent: true };
  }
  const { at, pace } = takeReply(line.pace, segments, rateOf(line), now);
  if (pace === null) return later(at, "carrier-busy");
  return { line: charged({ ...line, pace }, costMicros), answer: { kind: "slot", at }, isSpent: false };
}

function isBeyondCap({ pacing, day }: LineState, costMicros: number): boolean {
  const cap = pacing?.spendCapPerDay;
  return cap !== undefined && day.spentMicros + costMicros > cap * 1_000_000;
}

function spentUp(line: LineState, until: number): LineState {
  return { ...line, heldUntil: until, heldBecause: "spend-cap" };
}

/** The line after so much more was spent today. */
export function charged(line: LineState, costMicros: number): LineState {
  return { ...line, day: { ...line.day, spentMicros: line.day.spentMicros + costMicros } };
}

/** Gives back what the caps of the day were charged for slots nobody used. */
export function giveBack(
  line: LineState,
  progress: Progress,
  unused: readonly Load[],
): { line: LineState; progress: Progress } {
  const costMicros = unused.reduce((sum, load) => sum + load.costMicros, 0);
  const people = Math.max(0, progress.day.people - unused.length);
  const spentMicros = Math.max(0, line.day.spentMicros - costMicros);
  return {
    line: { ...line, day: { ...line.day, spentMicros } },
    progress: { ...progress, day: { ...progress.day, people } },
  };
}

/** The line as it is configured now, on the day it is there. */
export function withPacing(line: LineState, given: Pacing, now: number): LineState {
  const pacing = usable(given);
  const { date, endsAt } = lineDay(pacing.zone, now);
  const day = line.day.date === date ? line.day : { date, spentMicros: 0 };
  const pace = settled(line.pace, pacing.segmentsPerSecond, now);
  // A cap that was changed is counted against anew, and no cap holds a line for longer than its day.
  const isOtherCap = line.pacing !== null && line.pacing.spendCapPerDay !== pacing.spendCapPerDay;
  const heldUntil = isOtherCap || line.heldUntil > endsAt ? 0 : line.heldUntil;
  return { ...line, pacing, day, pace, heldUntil, backOff: settledBackOff(line.backOff, now) };
}

/** Of a line only what paces it; a copy from before it had a rate, as an object may remember it, goes at the slowest. */
function usable({ segmentsPerSecond, zone, spendCapPerDay }: Pacing): Pacing {
  return {
    segmentsPerSecond: segmentsPerSecond > 0 ? segmentsPerSecond : 1,
    zone,
    ...(spendCapPerDay !== undefined && { spendCapPerDay }),
  };
}

function withDay(progress: Progress, { date }: LineDay): Progress {
  return progress.day.date === date ? progress : { ...progress, day: { date, people: 0 } };
}

/** Takes slot after slot until something stands in the way. */
class Draft {
  line: LineState;
  progress: Progress;
  readonly #today: LineDay;
  readonly #now: number;
  againAt: number | null = null;
  isSpent = false;

  constructor(line: LineState, progress: Progress, today: LineDay, now: number) {
    this.line = line;
    this.progress = progress;
    this.#today = today;
    this.#now = now;
  }

  /** Its slot; null when it gets none now. The day's caps count each message of a page once. */
  take({ segments, costMicros: fullMicros }: Load, isCharged: boolean): number | null {
    const { line, progress } = this;
    const costMicros = isCharged ? 0 : fullMicros;
    const heldUntil = Math.max(lineHeldUntil(line), progress.heldUntil);
    if (heldUntil > this.#now) return this.#waits(heldUntil);
    if (!isCharged && progress.dailyCap !== null && progress.day.people >= progress.dailyCap) {
      this.progress = { ...progress, heldUntil: this.#today.endsAt };
      return null;
    }
    if (!isCharged && isBeyondCap(line, costMicros)) {
      this.isSpent = true;
      this.line = spentUp(line, this.#today.endsAt);
      return null;
    }
    const rate = rateOf(line);
    const { at, pace } = takeBulk(line.pace, segments, rate, this.#now);
    const aheadMs = rate >= FAST_PER_SECOND ? AHEAD_MS : AHEAD_MS_MAX;
    if (at > this.#now + aheadMs) return this.#waits(at - aheadMs / 2);
    this.line = charged({ ...line, pace }, costMicros);
    const people = progress.day.people + (isCharged ? 0 : 1);
    this.progress = { ...progress, day: { ...progress.day, people } };
    return at;
  }

  #waits(until: number): null {
    // Whoever waits for a page waits for seconds, not for a back-off of minutes.
    this.againAt = until <= this.#now + WORTH_WAITING_MS ? Math.ceil(until) : null;
    return null;
  }
}

const WORTH_WAITING_MS = 20_000;
