// Attempts to reach a recipient of a campaign: what one that failed was, and the row of the next.
import type { Channel } from "#core/conversation/run";
import { idFloor } from "#core/id";

export interface FailedAttempt {
  readonly campaignId: string;
  readonly addressId: string;
  readonly lineId: string;
  /** The campaign's own line. */
  readonly homeId: string;
  readonly attempt: number;
  readonly launchedAt: number;
  /** How many attempts of this recipient ended with the same code, this one included. */
  readonly timesSame: number;
}

/** null for a message of no campaign. `code` is what it ended with. */
export async function findAttempt(
  d1: D1Database,
  messageId: string,
  code: number | null,
): Promise<FailedAttempt | null> {
  const row = await d1
    .prepare(
      `SELECT m.campaign_id AS campaignId, m.address_id AS addressId, m.line_id AS lineId, c.line_id AS homeId,
              coalesce(m.attempt, 1) AS attempt, c.launched_at AS launchedAt
         FROM messages m JOIN campaigns c ON c.id = m.campaign_id
        WHERE m.id = ? AND c.launched_at IS NOT NULL`,
    )
    .bind(messageId)
    .first<Omit<FailedAttempt, "timesSame">>();
  if (row === null) return null;
  const same = await d1
    .prepare(
      `SELECT count(*) AS count FROM messages
        WHERE address_id = ? AND id >= ? AND id < ? AND campaign_id = ? AND id <> ? AND error_code IS ?`,
    )
    .bind(
      row.addressId,
      idFloor(row.launchedAt),
      idFloor(row.launchedAt + 1),
      row.campaignId,
      messageId,
      code,
    )
    .first<{ count: number }>();
  return { ...row, timesSame: 1 + (same?.count ?? 0) };
}

export interface NextAttempt {
  readonly id: string;
  /** The one that failed: what it was to say is said again. */
  readonly of: string;
  readonly lineId: string;
  readonly channel: Channel;
  /** Epoch milliseconds. */
  readonly dueAt: number;
  readonly now: number;
}

/** Plans it; the same one again changes nothing. */
export async function planAttempt(d1: D1Database, next: NextAttempt): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, via, body, media, status, rank, receipts, at,
                             campaign_id, variant, attempt, due_at, reason, segments, cost_micros)
       SELECT ?1, address_id, ?3, 'out', ?4, 'campaign', 'rest', '', '[]', 'pending', 0, '[]', ?6, campaign_id, variant,
              coalesce(attempt, 1) + 1, ?5, 'tried-again', segments, cost_micros
         FROM messages WHERE id = ?2 ON CONFLICT (id) DO NOTHING`,
    )
    .bind(next.id, next.of, next.lineId, next.channel, next.dueAt, next.now)
    .run();
}
