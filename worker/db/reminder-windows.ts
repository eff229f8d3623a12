// How far the evenings of each group were looked after, and who is asked in one.
import type { AskedVolunteer } from "#core/asking/plan-evening";
import type { HelplineConfig } from "#core/helpline/helpline";

export interface ReminderWindow {
  readonly id: string;
  readonly config: HelplineConfig;
  /** The end of the last window; the group's creation where there was none. Epoch milliseconds. */
  readonly endedAt: number;
}

export async function listReminderWindows(d1: D1Database): Promise<readonly ReminderWindow[]> {
  const { results } = await d1
    .prepare(
      `SELECT h.id, h.config, coalesce(w.ended_at, h.created_at) AS endedAt
         FROM helplines h LEFT JOIN reminder_windows w ON w.helpline_id = h.id WHERE h.archived_at IS NULL`,
    )
    .all<{ id: string; config: string; endedAt: number }>();
  return results.map((row) => ({ ...row, config: JSON.parse(row.config) as HelplineConfig }));
}

/** For a statement of a batch: no other tick has moved the window in the meantime. Binds the group and its end. */
export const isUnmoved = (first: number) =>
  `coalesce((SELECT ended_at FROM reminder_windows WHERE helpline_id = ?${first}), ?${first + 1}) = ?${first + 1}`;

/** A statement that moves it on, last of the batch; of two ticks at once one finds it unmoved. */
export function moveWindow(
  d1: D1Database,
  { id, endedAt }: Pick<ReminderWindow, "id" | "endedAt">,
  now: number,
): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO reminder_windows (helpline_id, ended_at) SELECT ?1, ?3 WHERE ${isUnmoved(1)}
           ON CONFLICT (helpline_id) DO UPDATE SET ended_at = excluded.ended_at`,
    )
    .bind(id, endedAt, now);
}

/** The members of a group, as an evening asks them. */
export async function listAskedVolunteers(
  d1: D1Database,
  helplineId: string,
): Promise<readonly AskedVolunteer[]> {
  const { results } = await d1
    .prepare(
      `SELECT v.id, v.config->'remindBy' AS remindBy, v.config->>'isActive' AS isActive
         FROM memberships m JOIN volunteers v ON v.id = m.volunteer_id
        WHERE m.helpline_id = ? AND v.removed_at IS NULL`,
    )
    .bind(helplineId)
    .all<{ id: string; remindBy: string; isActive: number }>();
  return results.map(({ id, remindBy, isActive }) => ({
    id,
    remindBy: JSON.parse(remindBy) as AskedVolunteer["remindBy"],
    isActive: isActive === 1,
  }));
}
