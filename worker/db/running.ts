// Who is in a conversation on a line, a page of addresses at a time.

/** Addresses looked at in one query: D1 is single-threaded, and a webhook may wait behind it. */
const SCANNED = 2_000;

interface LineRow {
  readonly id: string;
  readonly config: string;
  readonly scope: string | null;
}

export interface RunningPage {
  /** As it is configured now; null where there is no such line. */
  readonly line: LineRow | null;
  readonly addressIds: readonly string[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/**
 * Addresses with a run on the line that goes on, and those that wait for something their record does not name, such as a
 * start put off until morning.
 */
export async function findRunningOn(d1: D1Database, lineId: string, after: string): Promise<RunningPage> {
  const [lines, people, ends] = await d1.batch([
    d1
      .prepare(
        `SELECT id, config, (SELECT value->>'optOutScope' FROM settings WHERE name = 'organisation') AS scope
           FROM lines WHERE id = ?`,
      )
      .bind(lineId),
    d1
      .prepare(
        `SELECT a.id FROM (SELECT id, due_at FROM addresses WHERE id > ?1 ORDER BY id LIMIT ?2) a
          WHERE a.due_at IS NOT NULL
             OR EXISTS (SELECT 1 FROM runs r WHERE r.address_id = a.id AND r.line_id = ?3 AND r.phase <> 'finished')`,
      )
      .bind(after, SCANNED, lineId),
    d1.prepare("SELECT id FROM addresses WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?").bind(after, SCANNED - 1),
  ]);
  const end = ends?.results[0] as { id: string } | undefined;
  return {
    line: (lines?.results[0] as LineRow | undefined) ?? null,
    addressIds: ((people?.results ?? []) as { id: string }[]).map(({ id }) => id),
    next: end?.id ?? null,
  };
}
