// Segments: filters that are kept, and lists of people kept by hand.
import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { segments } from "./schema/index.ts";

export type SegmentRow = typeof segments.$inferSelect;

/** By id or name, archived or not; of two of a name the one in use. */
export async function findSegment(db: DrizzleD1Database, idOrName: string): Promise<SegmentRow | null> {
  const named = or(eq(segments.id, idOrName), sql`${segments.name} = ${idOrName} collate nocase`);
  const found = db
    .select()
    .from(segments)
    .where(named)
    .orderBy(sql`${segments.archivedAt} is not null`);
  return (await found.get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listSegments(
  db: DrizzleD1Database,
  limit: number,
  { before, withArchived }: { before?: string | undefined; withArchived: boolean },
): Promise<SegmentRow[]> {
  const filter = and(
    before === undefined ? undefined : lt(segments.id, before),
    withArchived ? undefined : isNull(segments.archivedAt),
  );
  return db
    .select()
    .from(segments)
    .where(filter)
    .orderBy(desc(segments.id))
    .limit(limit + 1);
}
