// Messages that did not arrive, or of which nobody knows, until somebody has seen to them.
import { idFloor } from "#core/id";
import { findMessage } from "./messages.ts";
import type { MessageRow } from "./messages.ts";
import type { DrizzleD1Database } from "drizzle-orm/d1";

/** Older trouble is history: the carrier keeps no queue that long, and nobody writes again after a week. */
const RECENT_MS = 7 * 24 * 3_600_000;
/** More than these are a list of their own. */
const SHOWN_MAX = 5;

const TROUBLE =
  "m.status IN ('unknown', 'failed', 'undelivered') AND m.seen_at IS NULL AND m.direction = 'out' AND m.kind <> ''";

export interface Trouble {
  readonly messages: readonly MessageRow[];
  /** How many there are beside campaigns'. */
  readonly count: number;
  readonly campaigns: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

/** A campaign's are counted: its own page tells of them. What was tried again is no trouble. */
export async function listTrouble(d1: D1Database, db: DrizzleD1Database, now: number): Promise<Trouble> {
  const since = idFloor(now - RECENT_MS);
  const [single, campaigns] = await d1.batch<Record<string, unknown>>([
    d1
      .prepare(
        `SELECT m.id, count(*) OVER () AS count FROM messages m INDEXED BY messages_in_trouble
          WHERE ${TROUBLE} AND m.id >= ?1 AND m.campaign_id IS NULL ORDER BY m.id DESC LIMIT ${SHOWN_MAX}`,
      )
      .bind(since),
    d1
      .prepare(
        `SELECT c.id, c.name, count(*) AS count FROM messages m INDEXED BY messages_in_trouble
           JOIN campaigns c ON c.id = m.campaign_id
          WHERE ${TROUBLE} AND m.id >= ?1 AND NOT EXISTS (
                SELECT 1 FROM messages n WHERE n.address_id = m.address_id AND n.campaign_id = m.campaign_id
                   AND n.attempt > coalesce(m.attempt, 1))
          GROUP BY 1 ORDER BY 1 DESC`,
      )
      .bind(since),
  ]);
  const rows = (single?.results ?? []) as unknown as readonly { id: string; count: number }[];
  return {
    messages: await readMessages(db, rows),
    count: rows[0]?.count ?? 0,
    campaigns: (campaigns?.results ?? []) as unknown as Trouble["campaigns"],
  };
}

/** All of those beside campaigns', newest first, from the one `before` on: one more than the limit. */
export async function listTroubled(
  d1: D1Database,
  db: DrizzleD1Database,
  {
    now,
    limit,
    before,
  }: { readonly now: number; readonly limit: number; readonly before?: string | undefined },
): Promise<readonly MessageRow[]> {
  const { results } = await d1
    .prepare(
      `SELECT m.id FROM messages m INDEXED BY messages_in_trouble
        WHERE ${TROUBLE} AND m.id >= ?1 AND m.campaign_id IS NULL AND (?2 IS NULL OR m.id < ?2)
        ORDER BY m.id DESC LIMIT ?3`,
    )
    .bind(idFloor(now - RECENT_MS), before ?? null, limit + 1)
    .all<{ id: string }>();
  return readMessages(db, results);
}

async function readMessages(
  db: DrizzleD1Database,
  rows: readonly { readonly id: string }[],
): Promise<readonly MessageRow[]> {
  const found = await Promise.all(rows.map(({ id }) => findMessage(db, id)));
  return found.filter((row) => row !== null);
}

/** Marks one as seen to; returns whether it was in trouble until now. */
export function markSeen(d1: D1Database, id: string, at: number): D1PreparedStatement {
  return d1
    .prepare(
      "UPDATE messages SET seen_at = ?2 WHERE id = ?1 AND status IN ('unknown', 'failed', 'undelivered') AND seen_at IS NULL",
    )
    .bind(id, at);
}
