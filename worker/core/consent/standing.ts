// Whether we may begin something with a person on a channel: what they decided, then what we were told.

/** Newest instant of each, epoch milliseconds; null for never. */
export interface Decisions {
  /** The person's own words. */
  readonly optedOutAt: number | null;
  readonly optedInAt: number | null;
  /** What staff, an import or another system told us, for the channel or for all of them. */
  readonly grantedAt: number | null;
  readonly suppressedAt: number | null;
}

export type Standing = "opted-out" | "suppressed" | "opted-in" | "granted" | "unknown";

/**
 * What the person decided always wins over what we were told, but for a suppression that is newer than their opt-in:
 * who asked somebody on the phone to be left alone did so after they texted START.
 */
export function standing({ optedOutAt, optedInAt, grantedAt, suppressedAt }: Decisions): Standing {
  if (optedOutAt !== null && optedOutAt >= (optedInAt ?? Number.NEGATIVE_INFINITY)) return "opted-out";
  if (suppressedAt !== null && suppressedAt >= Math.max(optedInAt ?? 0, grantedAt ?? 0)) return "suppressed";
  if (optedInAt !== null) return "opted-in";
  return grantedAt === null ? "unknown" : "granted";
}
