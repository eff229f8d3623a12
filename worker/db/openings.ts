// Places on shifts that nobody has: opened once, offered once, alerted once, taken once.
import type { Opening } from "#core/asking/opening";
import type { Override } from "#core/rota/rota";

const OPENING = `id, helpline_id AS helplineId, shift_id AS shiftId, date, starts_at AS startsAt, ends_at AS endsAt,
  opened_at AS openedAt, alert_at AS alertAt`;

/** A statement that writes those where `condition` (SQL that binds from ?2 on) holds and the shift has no open place noted yet. */
export function insertPlanned(
  d1: D1Database,
  openings: readonly Opening[],
  condition: string,
  ...bound: readonly (string | number)[]
): D1PreparedStatement[] {
  if (openings.length === 0) return [];
  return [
    d1
      .prepare(
        `${INSERT} WHERE ${condition} AND NOT EXISTS (
           SELECT 1 FROM openings o WHERE o.helpline_id = j.value->>'helplineId' AND o.date = j.value->>'date'
              AND o.shift_id = j.value->>'shiftId' AND o.taken_by IS NULL)
         ON CONFLICT DO NOTHING`,
      )
      .bind(JSON.stringify(openings), ...bound),
  ];
}

/** A statement of a batch: where the one before changed something, the place is open. */
export function insertGivenBack(d1: D1Database, opening: Opening): D1PreparedStatement {
  return d1.prepare(`${INSERT} WHERE changes() > 0 ON CONFLICT DO NOTHING`).bind(JSON.stringify([opening]));
}

const INSERT = `INSERT INTO openings (id, helpline_id, shift_id, date, starts_at, ends_at, opened_at, alert_at)
  SELECT j.value->>'id', j.value->>'helplineId', j.value->>'shiftId', j.value->>'date', j.value->>'startsAt',
         j.value->>'endsAt', j.value->>'openedAt', j.value->>'alertAt' FROM json_each(?1) j`;

/** A statement of a batch: where the one before changed something, the rota is changed too. */
export function insertOverride(
  d1: D1Database,
  helplineId: string,
  override: Override,
  madeBy: string,
): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO overrides (helpline_id, date, id, body, made_by)
       SELECT ?1, ?2, ?3, ?4, ?5 WHERE changes() > 0 ON CONFLICT DO NOTHING`,
    )
    .bind(helplineId, override.date, override.id, JSON.stringify(override), madeBy);
}

/**
 * A statement: the first yes takes the place that is open longest, and changes one row; any other changes none, nor does the same
 * yes again, which `overrideId` names.
 */
export function takeOpening(
  d1: D1Database,
  { helplineId, shiftId, date }: Pick<Opening, "helplineId" | "shiftId" | "date">,
  {
    volunteerId,
    at,
    overrideId,
  }: { readonly volunteerId: string; readonly at: number; readonly overrideId: string },
): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE openings SET taken_by = ?4, taken_at = ?5, alerted_at = coalesce(alerted_at, ?5)
        WHERE id = (SELECT id FROM openings WHERE helpline_id = ?1 AND shift_id = ?2 AND date = ?3 AND taken_by IS NULL
                     ORDER BY opened_at, id LIMIT 1)
          AND NOT EXISTS (SELECT 1 FROM overrides WHERE helpline_id = ?1 AND date = ?3 AND id = ?6)`,
    )
    .bind(helplineId, shiftId, date, volunteerId, at, overrideId);
}

/** Those of them that were never offered, oldest first. */
export async function listUnoffered(d1: D1Database, limit: number): Promise<readonly Opening[]> {
  const { results } = await d1
    .prepare(`SELECT ${OPENING} FROM openings WHERE offered_at IS NULL ORDER BY opened_at LIMIT ?`)
    .bind(limit)
    .all<Opening>();
  return results;
}

/** A statement that ends the offering of a place; together with the offers. */
export function markOffered(d1: D1Database, id: string, now: number): D1PreparedStatement {
  return d1.prepare("UPDATE openings SET offered_at = ?2 WHERE id = ?1 AND offered_at IS NULL").bind(id, now);
}

/** Those that coordinators should hear of by now. */
export async function listUnalerted(d1: D1Database, now: number, limit: number): Promise<readonly Opening[]> {
  const { results } = await d1
    .prepare(
      `SELECT ${OPENING} FROM openings WHERE alerted_at IS NULL AND alert_at <= ?1 ORDER BY alert_at, id LIMIT ?2`,
    )
    .bind(now, limit)
    .all<Opening>();
  return results;
}

/** A statement: coordinators heard of these, or need not. */
export function markAlerted(d1: D1Database, ids: readonly string[], now: number): D1PreparedStatement {
  return d1
    .prepare(
      "UPDATE openings SET alerted_at = ?2 WHERE alerted_at IS NULL AND id IN (SELECT value FROM json_each(?1))",
    )
    .bind(JSON.stringify(ids), now);
}
