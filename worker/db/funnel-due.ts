// When each funnel has something to do next.

export interface NextInFunnel {
  /** When somebody's silence is to be noticed; epoch milliseconds, null for nobody's. */
  readonly lookAt: number | null;
  /** When the first person's date comes, or came. */
  readonly personAt: number | null;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * By funnel id. Silence counts in days; before a day is over it is the carrier that is waited for, looked at every five minutes
 * in truth, and for this once an hour.
 */
export async function listNextInFunnels(d1: D1Database): Promise<ReadonlyMap<string, NextInFunnel>> {
  // Numbers that are bound are floating-point ones, and would not divide to whole hours.
  const { results } = await d1
    .prepare(
      `SELECT funnel_id AS funnelId,
              min(CASE WHEN phase <> 'asked' THEN NULL WHEN due_at >= slot_at + ${DAY_MS} THEN due_at
                       ELSE (due_at + ${HOUR_MS - 1}) / ${HOUR_MS} * ${HOUR_MS} END) AS lookAt,
              min(CASE WHEN phase IN ('new', 'waiting') THEN due_at END) AS personAt
         FROM funnel_members WHERE phase <> 'out' AND due_at IS NOT NULL GROUP BY funnel_id`,
    )
    .all<NextInFunnel & { readonly funnelId: string }>();
  return new Map(results.map(({ funnelId, ...next }) => [funnelId, next]));
}
