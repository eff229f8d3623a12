// Who is in a group, as files name them.
import type { Member } from "#core/shift-import/find-member";

export async function readMembers(d1: D1Database, helplineId: string): Promise<Member[]> {
  const { results } = await d1
    .prepare(
      `SELECT v.id, v.config->>'name' AS name, v.config->>'email' AS email, v.config->>'phone' AS phone
         FROM memberships m JOIN volunteers v ON v.id = m.volunteer_id
        WHERE m.helpline_id = ? AND v.removed_at IS NULL`,
    )
    .bind(helplineId)
    .all<Member>();
  return results;
}
