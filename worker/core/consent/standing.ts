// Whether we may begin something with a person on a channel: what they decided, then what we were told.

/** What we were told about an address for one channel, newest instants, epoch milliseconds; null for never, or lifted since. */
export interface Permission {
  /** The person's own opt-out at another of their addresses. */
  readonly silencedAt: number | null;
  /** What staff, an import or another system told us, for the channel or for all of them. */
  readonly grantedAt: number | null;
  readonly suppressedAt: number | null;
}

/** Newest instant of each, epoch milliseconds; null for never. */
export interface Decisions extends Permission {
  /** The person's own words at this address. */
  readonly optedOutAt: number | null;
  readonly optedInAt: number | null;
  /** What they agreed to before they were erased is forgotten; what they refused is not. */
  readonly erasedAt?: number | null;
}

export const STANDINGS = ["opted-out", "suppressed", "opted-in", "granted", "unknown"] as const;
export type Standing = (typeof STANDINGS)[number];

export const NOTHING_TOLD: Permission = { silencedAt: null, grantedAt: null, suppressedAt: null };

/**
 * What the person decided always wins over what we were told, but for a suppression that is newer than their opt-in:
 * who asked somebody on the phone to be left alone did so after they texted START.
 */
export function standing(decisions: Decisions): Standing {
  const { optedOutAt, silencedAt, optedInAt, grantedAt, suppressedAt, erasedAt } = decisions;
  const outAt = latest(optedOutAt, silencedAt);
  if (outAt !== null && outAt >= (optedInAt ?? Number.NEGATIVE_INFINITY)) return "opted-out";
  if (suppressedAt !== null && suppressedAt >= Math.max(optedInAt ?? 0, grantedAt ?? 0)) return "suppressed";
  const isKept = (at: number | null) => at !== null && at > (erasedAt ?? Number.NEGATIVE_INFINITY);
  if (isKept(optedInAt)) return "opted-in";
  return isKept(grantedAt) ? "granted" : "unknown";
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
