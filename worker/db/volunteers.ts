// Volunteers and the groups they are in.
import { and, desc, eq, getTableColumns, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { memberships, volunteers } from "./schema/index.ts";

const columns = {
  ...getTableColumns(volunteers),
  helplineIds: sql<string[]>`(
    select json_group_array(helpline_id) from (
      select helpline_id from memberships m where m.volunteer_id = ${volunteers.id} order by helpline_id))`.mapWith(
    (list: string) => JSON.parse(list) as string[],
  ),
};

export type VolunteerRow = typeof volunteers.$inferSelect & { readonly helplineIds: readonly string[] };

export async function findVolunteer(db: DrizzleD1Database, id: string): Promise<VolunteerRow | null> {
  return (await db.select(columns).from(volunteers).where(eq(volunteers.id, id)).get()) ?? null;
}

/** Newest first, one more than the limit; of one group, or those who were removed, where that is asked for. */
export async function listVolunteers(
  db: DrizzleD1Database,
  limit: number,
  {
    before,
    helplineId,
    removed = false,
  }: { before?: string | undefined; helplineId?: string | undefined; removed?: boolean },
): Promise<VolunteerRow[]> {
  const isMember = sql`exists (
    select 1 from memberships m where m.helpline_id = ${helplineId} and m.volunteer_id = ${volunteers.id})`;
  const filter = and(
    before === undefined ? undefined : lt(volunteers.id, before),
    helplineId === undefined ? undefined : isMember,
    removed ? isNotNull(volunteers.removedAt) : isNull(volunteers.removedAt),
  );
  return db
    .select(columns)
    .from(volunteers)
    .where(filter)
    .orderBy(desc(volunteers.id))
    .limit(limit + 1);
}

/** Of these ids, who is there at all, and who is of the group today. */
export async function findMembers(
  d1: D1Database,
  helplineId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly isMember: boolean }>> {
  const { results } = await d1
    .prepare(
      `SELECT v.id, v.removed_at IS NULL AND m.volunteer_id IS NOT NULL AS isMember
         FROM volunteers v LEFT JOIN memberships m ON m.volunteer_id = v.id AND m.helpline_id = ?1
        WHERE v.id IN (SELECT value FROM json_each(?2))`,
    )
    .bind(helplineId, JSON.stringify(ids))
    .all<{ id: string; isMember: number }>();
  return new Map(results.map(({ id, isMember }) => [id, { isMember: isMember === 1 }]));
}

/** Statements for a batch that makes somebody a member of these groups, again and again without harm. */
export function joinGroups(
  db: DrizzleD1Database,
  volunteerId: string,
  helplineIds: readonly string[],
  now: number,
) {
  return helplineIds.map((helplineId) =>
    db.insert(memberships).values({ helplineId, volunteerId, createdAt: now }).onConflictDoNothing(),
  );
}

export interface KnownVolunteer {
  readonly name: string;
  /** A member with a telephone who takes calls: whoever else is on a shift leaves it empty. */
  readonly isReachable: boolean;
}

/** Everybody a group's rota may name: its members, and those who are on shifts of before they left. */
export async function readPeople(
  d1: D1Database,
  helplineId: string,
): Promise<ReadonlyMap<string, KnownVolunteer>> {
  const { results } = await d1
    .prepare(
      `SELECT v.id, v.config->>'name' AS name,
              m.volunteer_id IS NOT NULL AND v.removed_at IS NULL AND v.config->>'isActive' AND v.address_id IS NOT NULL AS isReachable
         FROM volunteers v LEFT JOIN memberships m ON m.volunteer_id = v.id AND m.helpline_id = ?1
        WHERE m.volunteer_id IS NOT NULL
           OR v.id IN (SELECT p.value FROM shifts s, json_each(s.body, '$.volunteers') p WHERE s.helpline_id = ?1)
           OR v.id IN (SELECT p.value FROM overrides o, json_each(o.body, '$.volunteers') p WHERE o.helpline_id = ?1)
           OR v.id IN (SELECT o.body->>'to' FROM overrides o WHERE o.helpline_id = ?1 AND o.body->>'kind' = 'swap')`,
    )
    .bind(helplineId)
    .all<{ id: string; name: string; isReachable: number }>();
  return new Map(results.map(({ id, name, isReachable }) => [id, { name, isReachable: isReachable === 1 }]));
}

/** The ids of those whose phone is one of these addresses. */
export async function findVolunteersAt(d1: D1Database, addressIds: readonly string[]): Promise<string[]> {
  const { results } = await d1
    .prepare(
      "SELECT id FROM volunteers WHERE removed_at IS NULL AND address_id IN (SELECT value FROM json_each(?))",
    )
    .bind(JSON.stringify(addressIds))
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** The members of every group who have a telephone and take calls, by group. */
export async function listCallable(d1: D1Database): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { results } = await d1
    .prepare(
      `SELECT m.helpline_id AS helplineId, v.id FROM memberships m JOIN volunteers v ON v.id = m.volunteer_id
        WHERE v.removed_at IS NULL AND v.config->>'isActive' AND v.address_id IS NOT NULL`,
    )
    .all<{ helplineId: string; id: string }>();
  const groups = new Map<string, Set<string>>();
  for (const { helplineId, id } of results)
    groups.set(helplineId, (groups.get(helplineId) ?? new Set()).add(id));
  return groups;
}
