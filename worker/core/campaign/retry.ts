// What follows a failure: another attempt on the same line, one on another channel, or nothing more.
import { failureOf } from "#core/status";

/** A handset out of reach now may be back in the afternoon (Twilio on 30003: wait and try once). */
const UNREACHABLE_WAIT_MS = 4 * 3_600_000;
const QUEUE_FULL_WAIT_MS = 15 * 60_000;
/** First try, one later try or one by another channel, and what was never sent a few times more. */
export const ATTEMPTS_MAX = 5;

export interface Attempt {
  /** From 1. */
  readonly attempt: number;
  /** Whether it went by the fallback line already. */
  readonly isFallback: boolean;
  readonly hasFallback: boolean;
  /** How many attempts of this recipient ended with this code, this one included. */
  readonly timesSame: number;
}

export type Following =
  | { readonly kind: "nothing" }
  /** The next attempt opens, not before `at` (epoch milliseconds). */
  | { readonly kind: "again"; readonly line: "same" | "fallback"; readonly at: number };

const NOTHING: Following = { kind: "nothing" };

/** Decides after a failure for good of one attempt. A message that may have arrived is never tried again. */
export function followUp(code: number | null, tried: Attempt, now: number): Following {
  if (tried.attempt >= ATTEMPTS_MAX) return NOTHING;
  const fallback: Following =
    tried.hasFallback && !tried.isFallback ? { kind: "again", line: "fallback", at: now } : NOTHING;
  const failure = failureOf(code);
  switch (failure) {
    case "deferred":
      // It never left the carrier: the claim puts it off to the next opening.
      return { kind: "again", line: "same", at: now };
    case "back-off":
      return { kind: "again", line: "same", at: now + QUEUE_FULL_WAIT_MS };
    case "retry-once":
      return tried.timesSame > 1 ? fallback : { kind: "again", line: "same", at: now + UNREACHABLE_WAIT_MS };
    case "permanent":
    case "other-channel":
    case "window":
      return fallback;
    case "opted-out":
    case "filtered":
    case "configuration":
    case "pause":
    case "failed":
      return NOTHING;
    default:
      return failure satisfies never;
  }
}
