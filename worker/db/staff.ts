// Members of staff, and the links that sign them in.
import { and, desc, eq, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { staff } from "./schema/index.ts";

export type StaffRow = typeof staff.$inferSelect;

export async function findStaff(db: DrizzleD1Database, id: string): Promise<StaffRow | null> {
  return (await db.select().from(staff).where(eq(staff.id, id)).get()) ?? null;
}

/** `email` in its canonical spelling; null also for one who is shut out. */
export async function findStaffByEmail(db: DrizzleD1Database, email: string): Promise<StaffRow | null> {
  const row = await db.select().from(staff).where(eq(staff.email, email)).get();
  return row === undefined || row.disabledAt !== null ? null : row;
}

/** Newest first; one more than the limit. */
export async function listStaff(db: DrizzleD1Database, limit: number, before?: string): Promise<StaffRow[]> {
  return db
    .select()
    .from(staff)
    .where(and(before === undefined ? undefined : lt(staff.id, before)))
    .orderBy(desc(staff.id))
    .limit(limit + 1);
}

export async function noteStaffSeen(db: DrizzleD1Database, id: string, at: number): Promise<void> {
  await db.update(staff).set({ lastSeenAt: at }).where(eq(staff.id, id));
}

interface NewLink {
  readonly hash: string;
  readonly staffId: string;
  readonly emailId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly goodForMs: number;
  /** How many of one member may be good at once. */
  readonly max: number;
}

/** Forgets the member's dead links and keeps this one; false where they have as many as they may. */
export async function addLink(d1: D1Database, link: NewLink): Promise<boolean> {
  const { hash, staffId, emailId, now, goodForMs, max } = link;
  const [, added] = await d1.batch([
    d1
      .prepare("DELETE FROM sign_in_links WHERE staff_id = ?1 AND created_at <= ?2")
      .bind(staffId, now - goodForMs),
    d1
      .prepare(
        `INSERT INTO sign_in_links SELECT ?1, ?2, ?3, ?4, NULL
          WHERE (SELECT count(*) FROM sign_in_links WHERE staff_id = ?2) < ?5`,
      )
      .bind(hash, staffId, emailId, now, max),
  ]);
  return added?.meta.changes === 1;
}

/** Uses a link up: of several at once one succeeds. Null for one that is used, too old, or none of ours. */
export async function takeLink(
  d1: D1Database,
  hash: string,
  { now, goodForMs }: Pick<NewLink, "now" | "goodForMs">,
): Promise<{ readonly staffId: string; readonly emailId: string } | null> {
  return d1
    .prepare(
      `UPDATE sign_in_links SET used_at = ?2 WHERE hash = ?1 AND used_at IS NULL AND created_at > ?3
       RETURNING staff_id AS staffId, email_id AS emailId`,
    )
    .bind(hash, now, now - goodForMs)
    .first();
}
