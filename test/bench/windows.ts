// What a pace is held to: over any window of a second or more, no more than the rate allows and one message over it.

const SECOND_MS = 1_000;

/** A message as it reached the carrier: epoch milliseconds, in any order. */
export interface Taken {
  readonly at: number;
  readonly segments: number;
}

/** The most segments by which any window of a second or more exceeds rate x window. */
export function mostOver(taken: readonly Taken[], segmentsPerSecond: number): number {
  const inOrder = taken.toSorted((a, b) => a.at - b.at);
  let most = Number.NEGATIVE_INFINITY;
  for (const [first, { at: from }] of inOrder.entries()) {
    let segments = 0;
    for (const { at, segments: more } of inOrder.slice(first)) {
      segments += more;
      const windowMs = Math.max(SECOND_MS, at - from);
      most = Math.max(most, segments - (segmentsPerSecond * windowMs) / SECOND_MS);
    }
  }
  return most;
}

/** Segments a second between two instants. */
export function meanRate(taken: readonly Taken[], from: number, to: number): number {
  const inside = taken.filter(({ at }) => at >= from && at < to);
  return (inside.reduce((sum, { segments }) => sum + segments, 0) * SECOND_MS) / (to - from);
}
