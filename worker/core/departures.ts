// How messages really left for the carrier: a slot is used late when a timer or a connection is, and what follows has to
// keep its distance from that, not from the plan. The generic cell rate algorithm again, over departures instead of promises.
import { widthMs } from "#core/pace";

/** Closer to the rate than the slots are: what was pushed back catches up with its slots, by a hundredth of the time that passes. */
const SHARE = 0.992;

/** What the way to the carrier takes longer for one message than for another, at most times. */
const JITTER_MS = 15;

/** `spentMs` is the sum of all widths so far; `shift` how far the line is behind it. Free again at their sum (epoch milliseconds). */
export interface Departures {
  readonly shift: number;
  readonly spentMs: number;
  /** Segments of the largest message so far. */
  readonly largest: number;
}

export const NONE_LEFT: Departures = { shift: Number.NEGATIVE_INFINITY, spentMs: 0, largest: 0 };

/**
 * When a message may follow all that left before it; in the past where nothing did lately. A window may hold its share and the
 * largest message over it: by what a smaller one leaves of that, it may come early, so that a late one holds up nobody for long.
 */
export function freeAt(
  { shift, spentMs, largest }: Departures,
  segments: number,
  segmentsPerSecond: number,
): number {
  const roomMs = widthMs(Math.max(0, largest - segments), segmentsPerSecond, SHARE);
  return shift + spentMs - Math.max(0, roomMs - JITTER_MS);
}

/** After a message of so many segments that leaves at `at`, in its turn or before it. */
export function depart(
  before: Departures,
  segments: number,
  segmentsPerSecond: number,
  at: number,
): Departures {
  return {
    shift: Math.max(before.shift, at - before.spentMs),
    spentMs: before.spentMs + widthMs(segments, segmentsPerSecond, SHARE),
    largest: Math.max(before.largest, segments),
  };
}

export interface Departed {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly segments: number;
}

/** A shorter window is nobody's: the rate is one of segments a second. */
const WINDOW_MS_MIN = 1_000;
/** Whoever leaves in turn leaves a hundredth of the rate: by now that is more than a reply. */
export const LOOKED_BACK_MS = 15_000;

/**
 * When a message that waits for nobody may leave, from `now` on: at once, unless a window that ends with it would then hold more
 * than its share and the largest message, even if the way to the carrier took it less time than the one before. `departed` is
 * oldest first and needs to reach back no further than LOOKED_BACK_MS.
 */
export function fitsAt(
  departed: readonly Departed[],
  segments: number,
  segmentsPerSecond: number,
  now: number,
): number {
  const largest = departed.reduce((most, { segments: size }) => Math.max(most, size), segments);
  let at = now;
  let held = segments;
  for (const before of departed.toReversed()) {
    held += before.segments;
    const windowMs = ((held - largest) * 1_000) / segmentsPerSecond;
    if (windowMs > WINDOW_MS_MIN) at = Math.max(at, before.at + windowMs + JITTER_MS);
  }
  return Math.ceil(at);
}

/** That message left later than it was to; `spentMs` as it was before it. */
export function departLate(now: Departures, spentMs: number, at: number): Departures {
  return { ...now, shift: Math.max(now.shift, at - spentMs) };
}
