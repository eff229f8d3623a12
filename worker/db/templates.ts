// Message templates as they are kept.
import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { templates } from "./schema/index.ts";

export type TemplateRow = typeof templates.$inferSelect;

/** By id or slug, archived or not. */
export async function findTemplate(db: DrizzleD1Database, idOrSlug: string): Promise<TemplateRow | null> {
  const named = or(eq(templates.id, idOrSlug), eq(templates.slug, idOrSlug));
  return (await db.select().from(templates).where(named).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listTemplates(
  db: DrizzleD1Database,
  limit: number,
  { before, withArchived }: { before?: string | undefined; withArchived: boolean },
): Promise<TemplateRow[]> {
  const filter = and(
    before === undefined ? undefined : lt(templates.id, before),
    withArchived ? undefined : isNull(templates.archivedAt),
  );
  return db
    .select()
    .from(templates)
    .where(filter)
    .orderBy(desc(templates.id))
    .limit(limit + 1);
}
