// A rota that is written as a whole from what was read of it: where it was changed meanwhile, nothing of the batch is written.
import { eq, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { helplines } from "./schema/index.ts";

/** What changes with every change of a group's rota and of its members but this one. To be read before what is written from. */
export async function readRotaVersion(
  db: DrizzleD1Database,
  helplineId: string,
  volunteerId: string,
): Promise<string | null> {
  const row = await db
    .select({ version: versionOf(helplineId, volunteerId) })
    .from(helplines)
    .where(eq(helplines.id, helplineId))
    .get();
  return row?.version ?? null;
}

function versionOf(helplineId: string, volunteerId: string): SQL<string | null> {
  return sql<string | null>`(SELECT group_concat(v) FROM (
    SELECT id || changed_at AS v FROM shifts WHERE helpline_id = ${helplineId}
    UNION ALL SELECT date || id FROM overrides WHERE helpline_id = ${helplineId}
    UNION ALL SELECT volunteer_id FROM memberships WHERE helpline_id = ${helplineId} AND volunteer_id <> ${volunteerId}
    ORDER BY v))`;
}

/** To be put before those writes: it fails, and its batch with it, where the version is another by now. */
export function holdRota(
  db: DrizzleD1Database,
  helplineId: string,
  volunteerId: string,
  version: string | null,
) {
  const isSame = sql`${versionOf(helplineId, volunteerId)} IS ${version}`;
  return db
    .update(helplines)
    .set({ createdAt: sql`CASE WHEN ${isSame} THEN ${helplines.createdAt} END` })
    .where(eq(helplines.id, helplineId));
}

/** Whether a batch failed because a rota in it was changed by somebody else. */
export function isRotaChanged(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    /NOT NULL constraint failed: helplines\.created_at/.test(error.message) || isRotaChanged(error.cause)
  );
}
