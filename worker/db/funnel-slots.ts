// Slots that were run: whom they chose, once, and whether their campaigns are on their way.
import type { Slot } from "#core/funnel/calendar";

export interface SlotRow {
  readonly at: number;
  readonly day: string;
  readonly people: number;
  readonly doneAt: number | null;
}

const SHOWN = "at, day, people, done_at AS doneAt";

export function findSlot(d1: D1Database, funnelId: string, at: number): Promise<SlotRow | null> {
  return d1
    .prepare(`SELECT ${SHOWN} FROM funnel_slots WHERE funnel_id = ? AND at = ?`)
    .bind(funnelId, at)
    .first<SlotRow>();
}

/** Newest first, one more than the limit. */
export async function listSlots(
  d1: D1Database,
  funnelId: string,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<SlotRow[]> {
  const { results } = await d1
    .prepare(`SELECT ${SHOWN} FROM funnel_slots WHERE funnel_id = ? AND at < ? ORDER BY at DESC LIMIT ?`)
    .bind(funnelId, before, limit + 1)
    .all<SlotRow>();
  return results;
}

/** Those that chose people before that instant and have not launched all their campaigns. */
export async function listOpenSlots(
  d1: D1Database,
  before: number,
): Promise<readonly { readonly funnelId: string; readonly at: number }[]> {
  const { results } = await d1
    .prepare(
      "SELECT funnel_id AS funnelId, at FROM funnel_slots WHERE done_at IS NULL AND at < ? ORDER BY at LIMIT 100",
    )
    .bind(before)
    .all<{ funnelId: string; at: number }>();
  return results;
}

/** People chosen so far, by date. */
export async function countChosen(
  d1: D1Database,
  funnelId: string,
  days: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { results } = await d1
    .prepare(
      `SELECT day, sum(people) AS people FROM funnel_slots
        WHERE funnel_id = ? AND day IN (SELECT value FROM json_each(?)) GROUP BY day`,
    )
    .bind(funnelId, JSON.stringify(days))
    .all<{ day: string; people: number }>();
  return new Map(results.map(({ day, people }) => [day, people]));
}

/** A slot with the people that follow in the same batch: not if it was run, or another slot of its date chose meanwhile. */
export function takeSlot(
  d1: D1Database,
  funnelId: string,
  { at, day }: Slot,
  { people, chosenBy, chosenToday }: { people: number; chosenBy: string; chosenToday: number },
): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO funnel_slots (funnel_id, at, day, people, chosen_by, done_at)
       SELECT ?1, ?2, ?3, ?4, ?5, NULL
        WHERE (SELECT coalesce(sum(people), 0) FROM funnel_slots WHERE funnel_id = ?1 AND day = ?3) = ?6
       ON CONFLICT DO NOTHING`,
    )
    .bind(funnelId, at, day, people, chosenBy, chosenToday);
}

/** Holds for a move at the slot's instant while that delivery is the one that took it; for writeMoves. */
export const TAKEN_BY = `EXISTS (
  SELECT 1 FROM funnel_slots s WHERE s.funnel_id = ?2 AND s.at = j.value->>'at' AND s.chosen_by = ?4)`;

/** Somebody may have moved between being read and being chosen: the cap counts who was begun with. */
export function countSlot(
  d1: D1Database,
  funnelId: string,
  at: number,
  chosenBy: string,
): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE funnel_slots SET people = (
         SELECT count(*) FROM funnel_moves WHERE funnel_id = ?1 AND at = ?2 AND cause = 'begun')
        WHERE funnel_id = ?1 AND at = ?2 AND chosen_by = ?3`,
    )
    .bind(funnelId, at, chosenBy);
}

export interface Begun {
  readonly stage: string;
  readonly campaignId: string;
  readonly contactIds: readonly string[];
}

/** Whom a slot began with, by stage. */
export async function listBegun(d1: D1Database, funnelId: string, at: number): Promise<readonly Begun[]> {
  const { results } = await d1
    .prepare(
      `SELECT stage, campaign_id AS campaignId, json_group_array(contact_id) AS contactIds FROM funnel_moves
        WHERE funnel_id = ? AND at = ? AND cause = 'begun' GROUP BY stage, campaign_id`,
    )
    .bind(funnelId, at)
    .all<{ stage: string; campaignId: string; contactIds: string }>();
  return results.map(({ contactIds, ...row }) => ({
    ...row,
    contactIds: JSON.parse(contactIds) as string[],
  }));
}

export async function finishSlot(d1: D1Database, funnelId: string, at: number, now: number): Promise<void> {
  await d1
    .prepare("UPDATE funnel_slots SET done_at = ? WHERE funnel_id = ? AND at = ?")
    .bind(now, funnelId, at)
    .run();
}
