// Published versions: immutable, numbered per flow.
import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { flowVersions } from "./schema/index.ts";

export type VersionRow = typeof flowVersions.$inferSelect;
export type VersionSummary = Omit<VersionRow, "document" | "quickReplies">;

const { document: _document, quickReplies: _quickReplies, ...SUMMARY } = getTableColumns(flowVersions);

export async function findVersion(
  db: DrizzleD1Database,
  flowId: string,
  number: number,
): Promise<VersionRow | null> {
  const wanted = and(eq(flowVersions.flowId, flowId), eq(flowVersions.number, number));
  return (await db.select().from(flowVersions).where(wanted).get()) ?? null;
}

export async function findLatestVersion(db: DrizzleD1Database, flowId: string): Promise<VersionRow | null> {
  const ofFlow = db.select().from(flowVersions).where(eq(flowVersions.flowId, flowId));
  return (await ofFlow.orderBy(desc(flowVersions.number)).limit(1).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listVersions(
  db: DrizzleD1Database,
  flowId: string,
  limit: number,
  before?: number,
): Promise<VersionSummary[]> {
  const older = before === undefined ? undefined : lt(flowVersions.number, before);
  return db
    .select(SUMMARY)
    .from(flowVersions)
    .where(and(eq(flowVersions.flowId, flowId), older))
    .orderBy(desc(flowVersions.number))
    .limit(limit + 1);
}
