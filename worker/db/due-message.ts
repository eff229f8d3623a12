// A message that waits for its hour says so before it is on record: its row begins here, and the record completes it.
import { STATUS_RANK } from "#core/status";

/** `dueAt`: epoch milliseconds, as `now`. The same again changes nothing. */
export async function keepDueAt(
  d1: D1Database,
  { id, addressId, dueAt }: { readonly id: string; readonly addressId: string; readonly dueAt: number },
  now: number,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, receipts, at, due_at)
       VALUES (?1, ?2, 'out', '', '', '', '[]', 'pending', ${STATUS_RANK.pending}, '[]', ?3, ?4)
       ON CONFLICT (id) DO UPDATE SET due_at = excluded.due_at`,
    )
    .bind(id, addressId, now, dueAt)
    .run();
}
