// What the demo's clock comes to next: whoever wants to be woken.

/** Addresses woken by one jump whose messages it waits for: more than a demo has people. */
const WATCHED_MAX = 200;

/** The soonest wake after an instant, of people and lines; null where nobody waits. Epoch milliseconds. */
export async function findNextDue(d1: D1Database, after: number): Promise<number | null> {
  const row = await d1
    .prepare(
      `SELECT min(at) AS at FROM (
         SELECT min(due_at) AS at FROM addresses WHERE due_at > ?1
         UNION ALL SELECT min(due_at) FROM sender_timers WHERE due_at > ?1)`,
    )
    .bind(after)
    .first<{ at: number | null }>();
  return row?.at ?? null;
}

/** Addresses that want to be woken by then. */
export async function listDueBy(d1: D1Database, until: number): Promise<readonly string[]> {
  const { results } = await d1
    .prepare("SELECT id FROM addresses WHERE due_at <= ? ORDER BY due_at LIMIT ?")
    .bind(until, WATCHED_MAX)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
