// What a line does when the carrier says "not now": wait, longer each time, each line for a moment of its own.
import { failureOf } from "#core/status";

/** By what was refused, milliseconds: the first wait and the longest. */
const WAITS = {
  /** Too many requests (20429, HTTP 429): the carrier counts by the second. */
  "too-many": { firstMs: 1_000, longestMs: 5 * 60_000 },
  /** A queue is full (21611, 30001): it empties at the sender's own pace. */
  "queue-full": { firstMs: 60_000, longestMs: 30 * 60_000 },
  /** WhatsApp's limit for the sender is counted over a day (63018). */
  "daily-tier": { firstMs: 15 * 60_000, longestMs: 4 * 3_600_000 },
} as const;
type Cause = keyof typeof WAITS;

/** Who was let through for so long after a wait is no longer being refused. */
const FORGOTTEN_MS = 60_000;

/** How often in a row, and until when (epoch milliseconds). */
export interface BackOff {
  readonly times: number;
  readonly until: number;
}

export const NO_BACK_OFF: BackOff = { times: 0, until: 0 };

/** A clock that was set back: nobody was ever told to wait longer than the longest wait. */
export function settledBackOff(before: BackOff, now: number): BackOff {
  return before.until > now + LONGEST_MS * JITTER_MAX ? NO_BACK_OFF : before;
}

const LONGEST_MS = Math.max(...Object.values(WAITS).map(({ longestMs }) => longestMs));
const JITTER_MAX = 1.25;

/** Which wait a refusal asks for; null when it asks for none. */
function causeOf(code: number | null, status: number | null): Cause | null {
  if (code === 21_611 || code === 30_001) return "queue-full";
  if (code === 63_018) return "daily-tier";
  return status === 429 || failureOf(code) === "back-off" ? "too-many" : null;
}

/** After a refusal; `draw` in [0, 1) spreads lines that were refused together. null where it was no "not now". */
export function backOff(
  before: BackOff,
  { code, status }: { readonly code: number | null; readonly status: number | null },
  draw: number,
  now: number,
): BackOff | null {
  const cause = causeOf(code, status);
  if (cause === null) return null;
  // Those that were on their way together are one refusal.
  if (before.until > now) return before;
  // What was refused in a row was refused soon after each wait: later than that it is a first time again.
  const times = before.until > 0 && now > before.until + FORGOTTEN_MS ? 0 : before.times;
  const { firstMs, longestMs } = WAITS[cause];
  const waitMs = Math.min(longestMs, firstMs * 2 ** Math.min(times, 20));
  return { times: times + 1, until: now + Math.round(waitMs * (0.75 + draw / 2)) };
}
