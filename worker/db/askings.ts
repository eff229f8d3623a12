// Questions to volunteers: written in one piece with why they are asked, read by batch, answered once.
import type { Answer, Asking, AskingKind, Way } from "#core/asking/asking";
import type { NewAsking } from "#core/asking/plan-evening";
import type { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";

/** An asking with the batch it is put in. */
export interface BatchedAsking extends NewAsking {
  readonly batchId: string;
}

/**
 * Statements that write askings where `condition` (SQL that binds from ?2 on) holds; those that are there stay as they are. However
 * many there are, it is one value.
 */
export function insertAskings(
  d1: D1Database,
  askings: readonly BatchedAsking[],
  now: number,
  condition = "true",
  ...bound: readonly (string | number)[]
): D1PreparedStatement[] {
  if (askings.length === 0) return [];
  const rows = JSON.stringify(askings.map((asking) => ({ ...asking, now })));
  const insertWays = d1.prepare(
    `INSERT INTO asking_ways (asking_id, way, state, at)
     SELECT j.value->>'id', w.value, iif(j.value->>'isMissed', 'missed', 'due'), j.value->>'now'
       FROM json_each(?1) j, json_each(j.value, '$.ways') w
      WHERE ${condition} AND NOT EXISTS (SELECT 1 FROM askings a WHERE a.id = j.value->>'id')
         ON CONFLICT DO NOTHING`,
  );
  const insert = d1.prepare(
    `INSERT INTO askings
     SELECT j.value->>'id', j.value->>'batchId', j.value->>'kind', j.value->>'helplineId', j.value->>'volunteerId',
            j.value->>'shiftId', j.value->>'date', j.value->>'startsAt', j.value->>'endsAt', j.value->>'now', NULL, NULL
       FROM json_each(?1) j WHERE ${condition} ON CONFLICT DO NOTHING`,
  );
  return [insertWays.bind(rows, ...bound), insert.bind(rows, ...bound)];
}

/** Whom to ask, and how. */
export interface Batch {
  readonly askings: readonly Asking[];
  /** The ways that are still to be gone, each for some of the askings. */
  readonly due: readonly { readonly askingId: string; readonly way: Way }[];
  readonly helpline: { readonly id: string; readonly number: string | null; readonly config: HelplineConfig };
  readonly volunteer: {
    readonly id: string;
    readonly addressId: string | null;
    readonly config: VolunteerConfig;
  };
}

interface BatchRow extends Asking {
  readonly ways: string;
  readonly number: string | null;
  readonly helpline: string;
  readonly addressId: string | null;
  readonly volunteer: string;
}

const ASKING = `a.id, a.kind, a.helpline_id AS helplineId, a.volunteer_id AS volunteerId, a.shift_id AS shiftId, a.date,
  a.starts_at AS startsAt, a.ends_at AS endsAt, a.answer, a.answered_at AS answeredAt`;
const WITH_BOTH = `FROM askings a JOIN helplines h ON h.id = a.helpline_id AND h.archived_at IS NULL
  JOIN volunteers v ON v.id = a.volunteer_id AND v.removed_at IS NULL`;
const BOTH = "h.number, h.config AS helpline, v.address_id AS addressId, v.config AS volunteer";

/** Null where nothing of it is there any more. */
export async function readBatch(d1: D1Database, batchId: string): Promise<Batch | null> {
  const { results } = await d1
    .prepare(
      `SELECT ${ASKING}, ${BOTH},
              (SELECT json_group_array(way) FROM asking_ways w WHERE w.asking_id = a.id AND w.state = 'due') AS ways
         ${WITH_BOTH} WHERE a.batch_id = ?1 ORDER BY a.starts_at, a.id`,
    )
    .bind(batchId)
    .all<BatchRow>();
  return toBatch(results);
}

/** One asking as a batch of its own; null where the group or the volunteer is gone. */
export async function readAsking(d1: D1Database, id: string): Promise<Batch | null> {
  const row = await d1
    .prepare(`SELECT ${ASKING}, ${BOTH}, '[]' AS ways ${WITH_BOTH} WHERE a.id = ?1`)
    .bind(id)
    .first<BatchRow>();
  return row === null ? null : toBatch([row]);
}

function toBatch(rows: readonly BatchRow[]): Batch | null {
  const [first] = rows;
  if (first === undefined) return null;
  const { helplineId, volunteerId, number, addressId, helpline, volunteer } = first;
  return {
    askings: rows.map(({ id, kind, shiftId, date, startsAt, endsAt, answer, answeredAt }) => ({
      id,
      kind,
      helplineId,
      volunteerId,
      shiftId,
      date,
      startsAt,
      endsAt,
      answer,
      answeredAt,
    })),
    due: rows.flatMap(({ id, ways }) => (JSON.parse(ways) as Way[]).map((way) => ({ askingId: id, way }))),
    helpline: { id: helplineId, number, config: JSON.parse(helpline) as HelplineConfig },
    volunteer: { id: volunteerId, addressId, config: JSON.parse(volunteer) as VolunteerConfig },
  };
}

/** What became of going a way. */
export interface WayOutcome {
  readonly state: "sent" | "missed" | "refused";
  readonly reason?: string;
  readonly sentAs?: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A way that was not planned is written as well; one that ended stays as it is. */
export async function endWays(
  d1: D1Database,
  askingIds: readonly string[],
  way: Way,
  { state, reason, sentAs, at }: WayOutcome,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO asking_ways (asking_id, way, state, reason, sent_as, at)
       SELECT value, ?2, ?3, ?4, ?5, ?6 FROM json_each(?1) WHERE true
           ON CONFLICT (asking_id, way) DO UPDATE SET
              state = excluded.state, reason = excluded.reason, sent_as = excluded.sent_as, at = excluded.at
        WHERE asking_ways.state = 'due'`,
    )
    .bind(JSON.stringify(askingIds), way, state, reason ?? null, sentAs ?? null, at)
    .run();
}

/** One more way is to be gone. */
export async function addWay(
  d1: D1Database,
  askingIds: readonly string[],
  way: Way,
  now: number,
): Promise<void> {
  await d1
    .prepare(
      `INSERT INTO asking_ways (asking_id, way, state, at) SELECT value, ?2, 'due', ?3 FROM json_each(?1) WHERE true
           ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(askingIds), way, now)
    .run();
}

/** The group or the volunteer is gone: nobody is asked. */
export async function endBatch(d1: D1Database, batchId: string, now: number): Promise<void> {
  await d1
    .prepare(
      `UPDATE asking_ways SET state = 'refused', reason = 'gone', at = ?2
        WHERE state = 'due' AND asking_id IN (SELECT id FROM askings WHERE batch_id = ?1)`,
    )
    .bind(batchId, now)
    .run();
}

/** Batches with a way that waits since before an instant, oldest first. */
export async function listOverdueBatches(d1: D1Database, before: number, limit: number): Promise<string[]> {
  const { results } = await d1
    .prepare(
      `SELECT DISTINCT a.batch_id AS id FROM asking_ways w JOIN askings a ON a.id = w.asking_id
        WHERE w.state = 'due' AND w.at <= ?1 ORDER BY w.at LIMIT ?2`,
    )
    .bind(before, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** A statement that notes an answer, unless a newer one is noted; `changes()` tells the next one of the batch. */
export function noteAnswer(
  d1: D1Database,
  id: string,
  answer: Answer,
  at: number,
  condition = "true",
  ...bound: readonly (string | number)[]
): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE askings SET answer = ?2, answered_at = ?3
        WHERE id = ?1 AND (answered_at IS NULL OR answered_at < ?3) AND ${condition}`,
    )
    .bind(id, answer, at, ...bound);
}

/** Who was asked about a shift on a date, and what they said. */
export async function listAsked(
  d1: D1Database,
  helplineId: string,
  shiftId: string,
  date: string,
  startsAt: number,
): Promise<
  readonly { readonly volunteerId: string; readonly kind: AskingKind; readonly answer: Answer | null }[]
> {
  const { results } = await d1
    .prepare(
      `SELECT volunteer_id AS volunteerId, kind, answer FROM askings
        WHERE helpline_id = ?1 AND starts_at = ?4 AND shift_id = ?2 AND date = ?3`,
    )
    .bind(helplineId, shiftId, date, startsAt)
    .all<{ volunteerId: string; kind: AskingKind; answer: Answer | null }>();
  return results;
}
