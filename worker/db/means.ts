// Segments and templates by the name a campaign uses for them: an id, or what people call them.
import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { segments, templates } from "./schema/index.ts";

export type NamedSegment = typeof segments.$inferSelect;
export type NamedTemplate = typeof templates.$inferSelect;

export async function findNamedSegment(
  db: DrizzleD1Database,
  idOrName: string,
): Promise<NamedSegment | null> {
  const named = or(eq(segments.id, idOrName), sql`${segments.name} = ${idOrName} collate nocase`);
  return (
    (await db
      .select()
      .from(segments)
      .where(and(named, isNull(segments.archivedAt)))
      .get()) ?? null
  );
}

export async function findNamedTemplate(
  db: DrizzleD1Database,
  idOrSlug: string,
): Promise<NamedTemplate | null> {
  const named = or(eq(templates.id, idOrSlug), eq(templates.slug, idOrSlug));
  return (
    (await db
      .select()
      .from(templates)
      .where(and(named, isNull(templates.archivedAt)))
      .get()) ?? null
  );
}
