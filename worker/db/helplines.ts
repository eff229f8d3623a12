// Volunteer groups as they are configured.
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { helplines } from "./schema/index.ts";

export type HelplineRow = typeof helplines.$inferSelect;

export async function findHelpline(db: DrizzleD1Database, id: string): Promise<HelplineRow | null> {
  return (await db.select().from(helplines).where(eq(helplines.id, id)).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listHelplines(
  db: DrizzleD1Database,
  limit: number,
  { before, withArchived = false }: { before?: string | undefined; withArchived?: boolean },
): Promise<HelplineRow[]> {
  const filter = and(
    before === undefined ? undefined : lt(helplines.id, before),
    withArchived ? undefined : isNull(helplines.archivedAt),
  );
  return db
    .select()
    .from(helplines)
    .where(filter)
    .orderBy(desc(helplines.id))
    .limit(limit + 1);
}

/** Which of these numbers (E.164) people call a group by. */
export async function findHelplineNumbers(d1: D1Database, numbers: readonly string[]): Promise<string[]> {
  const { results } = await d1
    .prepare("SELECT number FROM helplines WHERE number IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(numbers))
    .all<{ number: string }>();
  return results.map(({ number }) => number);
}

/** Whose number it is; null for nobody's. */
export function findHelplineIdByNumber(d1: D1Database, number: string): Promise<string | null> {
  return d1.prepare("SELECT id FROM helplines WHERE number = ?").bind(number).first<string>("id");
}

/** A write that changes nothing of a group, for a deed whose own writes may find nothing to do. */
export function holdHelpline(db: DrizzleD1Database, id: string) {
  return db
    .update(helplines)
    .set({ createdAt: sql`${helplines.createdAt}` })
    .where(eq(helplines.id, id));
}
