// What the demo's clock comes to next: people, lines, helplines and campaigns that want to be woken, and what they still have in hand.
import { idFloor } from "#core/id";
import { STATUS_RANK } from "#core/status";

/** Addresses woken by one jump whose messages it waits for: more than a demo has people. */
const WATCHED_MAX = 200;

/**
 * The soonest wake after an instant, of people, lines, helplines, open shifts, voicemails, campaigns and who was put off in one; null where nobody waits. Epoch
 * milliseconds. A line writes down only what is worth it while it is busy, hence the people.
 */
export async function findNextWake(d1: D1Database, after: number): Promise<number | null> {
  // A column each: D1 takes no more than five terms in a compound SELECT.
  const [times = []] = await d1
    .prepare(
      `SELECT
         (SELECT min(due_at) FROM addresses WHERE due_at > ?1),
         (SELECT min(due_at) FROM timers WHERE due_at > ?1),
         (SELECT min(due_at) FROM voicemails WHERE due_at > ?1),
         (SELECT min(alert_at) FROM openings WHERE alert_at > ?1 AND alerted_at IS NULL),
         (SELECT min(launched_at) FROM campaigns WHERE state = 'scheduled' AND launched_at > ?1),
         (SELECT min(m.due_at) FROM messages m JOIN campaigns c ON c.id = m.campaign_id
           WHERE m.due_at > ?1 AND m.rank = ${STATUS_RANK.pending} AND c.state = 'sending')`,
    )
    .bind(after)
    .raw<(number | null)[]>();
  const soonest = times.flatMap((at) => at ?? []);
  return soonest.length === 0 ? null : Math.min(...soonest);
}

/** Addresses that want to be woken by then. */
export async function listDueBy(d1: D1Database, until: number): Promise<readonly string[]> {
  const { results } = await d1
    .prepare("SELECT id FROM addresses WHERE due_at <= ? ORDER BY due_at LIMIT ?")
    .bind(until, WATCHED_MAX)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

interface Running {
  readonly id: string;
  readonly launchedAt: number;
  readonly isFrozen: 0 | 1;
}

/** A line that wants to be woken later than this is held, by a cap or a back-off: nothing of it leaves by itself before. */
const HELD_MS = 120_000;

/** Whether a campaign has somebody to send to at this very moment, or does not know yet whom it has. */
export async function isSendingNow(d1: D1Database, now: number): Promise<boolean> {
  const { results } = await d1
    .prepare(
      `SELECT c.id, c.launched_at AS launchedAt, c.audience_frozen_at IS NOT NULL AS isFrozen FROM campaigns c
        WHERE c.state IN ('scheduled', 'sending') AND c.launched_at <= ?1
          AND NOT EXISTS (SELECT 1 FROM timers t WHERE t.object = 'sender' AND t.id = c.line_id AND t.due_at > ?1 + ?2
                                                      AND c.audience_frozen_at < t.changed_at)`,
    )
    .bind(now, HELD_MS)
    .all<Running>();
  if (results.length === 0) return false;
  if (results.some(({ isFrozen }) => isFrozen === 0)) return true;
  const left = await d1.batch(
    results.map(({ id, launchedAt }) =>
      d1
        .prepare(
          `SELECT 1 FROM messages WHERE id >= ? AND id < ? AND campaign_id = ? AND rank = ? AND coalesce(due_at, 0) <= ? LIMIT 1`,
        )
        .bind(idFloor(launchedAt), idFloor(launchedAt + 1), id, STATUS_RANK.pending, now),
    ),
  );
  return left.some(({ results: rows }) => rows.length > 0);
}

/** Whether an e-mail, a question to a volunteer or a message left on the machine has yet to leave that is due by now. */
export async function isTellingNow(d1: D1Database, now: number): Promise<boolean> {
  const row = await d1
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM emails WHERE due_at <= ?1 AND state = 'queued')
           OR EXISTS (SELECT 1 FROM asking_ways WHERE at <= ?1 AND state = 'due')
           OR EXISTS (SELECT 1 FROM voicemails WHERE due_at <= ?1) AS isTelling`,
    )
    .bind(now)
    .first<{ isTelling: number }>();
  return row?.isTelling === 1;
}

/** A question to a volunteer leaves within moments of being put. */
const ASKED_LATELY_MS = 60_000;

/** Addresses of volunteers who were just asked something by text: their message may still be in hand. */
export async function listJustAsked(d1: D1Database, now: number): Promise<readonly string[]> {
  const { results } = await d1
    .prepare(
      `SELECT DISTINCT v.address_id AS id
         FROM asking_ways w JOIN askings a ON a.id = w.asking_id JOIN volunteers v ON v.id = a.volunteer_id
        WHERE w.at > ?1 AND w.state = 'sent' AND w.way <> 'email' AND v.address_id IS NOT NULL LIMIT ?2`,
    )
    .bind(now - ASKED_LATELY_MS, WATCHED_MAX)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
