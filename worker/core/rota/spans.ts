// Stretches of time, [startsAt, endsAt) in epoch milliseconds, always in order of their starts.

export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** What is left of each within [from, to). */
export function clip<One extends Span>(spans: readonly One[], from: number, to: number): readonly One[] {
  return spans.flatMap((span) => {
    const startsAt = Math.max(span.startsAt, from);
    const endsAt = Math.min(span.endsAt, to);
    return startsAt < endsAt ? [{ ...span, startsAt, endsAt }] : [];
  });
}

/** The same time in as few spans as possible. */
export function merge(spans: readonly Span[]): readonly Span[] {
  const merged: { startsAt: number; endsAt: number }[] = [];
  for (const { startsAt, endsAt } of spans) {
    const last = merged.at(-1);
    if (last !== undefined && startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, endsAt);
    else merged.push({ startsAt, endsAt });
  }
  return merged;
}

/** The time of some merged spans that is in none of others, merged too. */
export function subtract(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let next = 0;
  for (const { startsAt, endsAt } of spans) {
    let cursor = startsAt;
    while ((others[next]?.endsAt ?? Infinity) <= cursor) next += 1;
    for (let index = next; cursor < endsAt; index += 1) {
      const other = others[index] ?? { startsAt: Infinity, endsAt: Infinity };
      if (other.startsAt > cursor) left.push({ startsAt: cursor, endsAt: Math.min(other.startsAt, endsAt) });
      cursor = other.endsAt;
    }
  }
  return left;
}
