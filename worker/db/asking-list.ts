// What was asked about a group's shifts, and what became of it.
import type { Answer, AskingKind, Way } from "#core/asking/asking";
import { EMAIL_RANK } from "#core/mail/state";
import { STATUS_RANK } from "#core/status";

export interface AskingRow {
  readonly id: string;
  readonly kind: AskingKind;
  readonly volunteerId: string;
  /** Empty for somebody who is gone. */
  readonly name: string;
  readonly shiftId: string;
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly answer: Answer | null;
  readonly answeredAt: number | null;
  readonly ways: readonly WayRow[];
}

export interface WayRow {
  readonly way: Way;
  readonly state: "due" | "sent" | "missed" | "refused";
  readonly reason: string | null;
  readonly at: number;
  /** The carrier or the mail server said that it will not arrive. */
  readonly isLost: 0 | 1;
}

const { canceled, undelivered } = STATUS_RANK;
const { failed, suppressed, bounced } = EMAIL_RANK;

/** A run's messages have ids of its own instant or later (UUIDv7), and so has a message its own. */
const IS_LOST = `
  iif(w.way = 'email',
    EXISTS (SELECT 1 FROM emails e WHERE e.id = w.sent_as AND e.rank IN (${failed}, ${suppressed}, ${bounced})),
    EXISTS (SELECT 1 FROM messages m WHERE m.id = w.sent_as AND m.rank BETWEEN ${canceled} AND ${undelivered})
    OR EXISTS (SELECT 1 FROM messages m WHERE m.address_id = v.address_id AND m.id >= substr(w.sent_as, 1, 13)
                 AND m.run_id = w.sent_as AND m.direction = 'out' AND m.turn <= 1
                 AND m.rank BETWEEN ${canceled} AND ${undelivered}))`;

/** Of shifts that start in [from, to), in the order of their starts, then ids; one more than the limit. */
export async function listAskings(
  d1: D1Database,
  helplineId: string,
  { from, to }: { readonly from: number; readonly to: number },
  limit: number,
  after: readonly [number, string] = [from, ""],
): Promise<readonly AskingRow[]> {
  const { results } = await d1
    .prepare(
      `SELECT a.id, a.kind, a.volunteer_id AS volunteerId, coalesce(v.config->>'name', '') AS name, a.shift_id AS shiftId,
              a.date, a.starts_at AS startsAt, a.ends_at AS endsAt, a.answer, a.answered_at AS answeredAt,
              (SELECT json_group_array(json_object('way', w.way, 'state', w.state, 'reason', w.reason, 'at', w.at,
                                                   'isLost', ${IS_LOST}))
                 FROM asking_ways w WHERE w.asking_id = a.id) AS ways
         FROM askings a LEFT JOIN volunteers v ON v.id = a.volunteer_id
        WHERE a.helpline_id = ?1 AND a.starts_at < ?2 AND (a.starts_at, a.id) > (?3, ?4)
        ORDER BY a.starts_at, a.id LIMIT ?5`,
    )
    .bind(helplineId, to, ...after, limit + 1)
    .all<Omit<AskingRow, "ways"> & { ways: string }>();
  return results.map((row) => ({ ...row, ways: JSON.parse(row.ways) as WayRow[] }));
}
