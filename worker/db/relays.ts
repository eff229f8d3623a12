// Texts to groups that pass them on: whose line it is, who wrote, and which groups have somebody waiting.

export interface RelayPlace {
  readonly helplineId: string;
  /** The writer is a volunteer of the group. */
  readonly volunteer: { readonly id: string; readonly language: string } | null;
  readonly isBlocked: boolean;
}

/** Null for a line whose texts are not passed on. */
export async function findRelayPlace(
  d1: D1Database,
  lineId: string,
  addressId: string,
): Promise<RelayPlace | null> {
  const row = await d1
    .prepare(
      `SELECT h.id AS helplineId, v.id AS volunteerId, v.config->>'language' AS language,
              EXISTS (SELECT 1 FROM blocks b WHERE b.helpline_id = h.id AND b.address_id = ?2) AS isBlocked
         FROM lines l JOIN helplines h ON h.number = l.address AND h.archived_at IS NULL
         LEFT JOIN volunteers v ON v.address_id = ?2 AND v.removed_at IS NULL
               AND EXISTS (SELECT 1 FROM memberships m WHERE m.helpline_id = h.id AND m.volunteer_id = v.id)
        WHERE l.id = ?1 AND l.channel = 'sms' AND h.config->>'texts' = 'volunteer'`,
    )
    .bind(lineId, addressId)
    .first<{ helplineId: string; volunteerId: string | null; language: string | null; isBlocked: number }>();
  if (row === null) return null;
  const { helplineId, volunteerId, language, isBlocked } = row;
  return {
    helplineId,
    volunteer: volunteerId === null ? null : { id: volunteerId, language: language ?? "en" },
    isBlocked: isBlocked === 1,
  };
}

/** Somebody of this group waits, or talks. */
export async function keepRelay(d1: D1Database, helplineId: string, now: number): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO relays (helpline_id, heard_at) VALUES (?, ?)
           ON CONFLICT (helpline_id) DO UPDATE SET heard_at = max(heard_at, excluded.heard_at)`,
    )
    .bind(helplineId, now)
    .run();
}

/** Nobody does any more, as of that look; a text since then counts. */
export async function dropRelay(d1: D1Database, helplineId: string, lookedAt: number): Promise<void> {
  await d1
    .prepare("DELETE FROM relays WHERE helpline_id = ? AND heard_at < ?")
    .bind(helplineId, lookedAt)
    .run();
}

export async function listRelays(d1: D1Database): Promise<readonly string[]> {
  const { results } = await d1.prepare("SELECT helpline_id AS id FROM relays").all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Notes, before it is sent, whose words a message to a volunteer is made of. */
export async function noteRelayed(
  d1: D1Database,
  messageId: string,
  callerId: string,
  at: number,
): Promise<void> {
  await d1
    .prepare("INSERT INTO relayed_texts (message_id, caller_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(messageId, callerId, at)
    .run();
}

/** Empties the texts that are somebody's words, wherever they went, up to an instant (epoch milliseconds). */
export async function emptyRelayed(d1: D1Database, callerId: string, until: number): Promise<void> {
  await d1
    .prepare(
      `UPDATE messages SET body = '', media = '[]'
        WHERE id IN (SELECT message_id FROM relayed_texts WHERE caller_id = ? AND at <= ?)`,
    )
    .bind(callerId, until)
    .run();
}

/** The groups that pass texts on. */
export async function listRelaying(d1: D1Database): Promise<readonly string[]> {
  const { results } = await d1
    .prepare("SELECT id FROM helplines WHERE config->>'texts' = 'volunteer'")
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** A notice of a text that was passed on needs nobody on the staff. */
export async function settleNotices(d1: D1Database, ids: readonly string[], now: number): Promise<void> {
  await d1
    .prepare(
      `UPDATE notices SET done_at = ?2, done_by = 'relay'
        WHERE done_at IS NULL AND id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids), now)
    .run();
}
