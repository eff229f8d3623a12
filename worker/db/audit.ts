// Who did what: one row per staff write, readable by owners.
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { idFloor } from "#core/id";
import { audit } from "./schema/index.ts";

export type AuditRow = typeof audit.$inferSelect;

/** To be put into a batch right behind the write it is about: nothing changed, nothing recorded. */
export function auditRow(
  db: DrizzleD1Database,
  { id, at, actor, action, subjectKind, subjectId, detail }: AuditRow,
) {
  const row = sql`select ${id}, ${at}, ${actor}, ${action}, ${subjectKind}, ${subjectId}, ${JSON.stringify(detail)} where changes() > 0`;
  return db.insert(audit).select(row);
}

/** For a deed that D1 is not told of otherwise. */
export async function addAudit(db: DrizzleD1Database, row: AuditRow): Promise<void> {
  await db.insert(audit).values(row);
}

/** Newest first, one more than the limit; about one subject, by one actor, in a time (epoch milliseconds), where that is asked for. */
export async function listAudit(
  db: DrizzleD1Database,
  limit: number,
  wanted: {
    before?: string | undefined;
    subjectKind?: string | undefined;
    subjectId?: string | undefined;
    actor?: string | undefined;
    from?: number | undefined;
    to?: number | undefined;
  },
): Promise<AuditRow[]> {
  const { before, subjectKind, subjectId, actor, from, to } = wanted;
  const filter = and(
    before === undefined ? undefined : lt(audit.id, before),
    subjectKind === undefined ? undefined : eq(audit.subjectKind, subjectKind),
    subjectId === undefined ? undefined : eq(audit.subjectId, subjectId),
    actor === undefined ? undefined : eq(audit.actor, actor),
    // Their ids are in the order of time.
    from === undefined ? undefined : gte(audit.id, idFloor(from)),
    to === undefined ? undefined : lt(audit.id, idFloor(to)),
  );
  return db
    .select()
    .from(audit)
    .where(filter)
    .orderBy(desc(audit.id))
    .limit(limit + 1);
}
