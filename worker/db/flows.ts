// Flows, their drafts and how many answered them.
import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { flows, flowVersions, runs } from "./schema/index.ts";

export type FlowRow = typeof flows.$inferSelect;

/** A flow as lists show it: the published version and the count of its runs beside it. */
export interface FlowSummary extends Omit<FlowRow, "draft"> {
  readonly number: number | null;
  readonly publishedAt: number | null;
  readonly publishedBy: string | null;
  readonly started: number;
  readonly completed: number;
}

const SUMMARY = {
  id: flows.id,
  slug: flows.slug,
  name: flows.name,
  revision: flows.revision,
  publishedVersionId: flows.publishedVersionId,
  createdAt: flows.createdAt,
  changedAt: flows.changedAt,
  archivedAt: flows.archivedAt,
  number: flowVersions.number,
  publishedAt: flowVersions.publishedAt,
  publishedBy: flowVersions.publishedBy,
  started: sql<number>`(select count(*) from ${runs} where ${runs.flowId} = ${flows.id})`,
  completed: sql<number>`(select count(*) from ${runs} where ${runs.flowId} = ${flows.id} and ${runs.disposition} = 'completed')`,
};

/** By id or slug. */
export async function findFlow(db: DrizzleD1Database, idOrSlug: string): Promise<FlowRow | null> {
  const named = or(eq(flows.id, idOrSlug), eq(flows.slug, idOrSlug));
  return (await db.select().from(flows).where(named).get()) ?? null;
}

export async function findFlowSummary(db: DrizzleD1Database, flowId: string): Promise<FlowSummary | null> {
  return (await summaries(db).where(eq(flows.id, flowId)).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listFlows(
  db: DrizzleD1Database,
  limit: number,
  { before, withArchived = false }: { before?: string | undefined; withArchived?: boolean },
): Promise<FlowSummary[]> {
  const filter = and(
    before === undefined ? undefined : lt(flows.id, before),
    withArchived ? undefined : isNull(flows.archivedAt),
  );
  return summaries(db)
    .where(filter)
    .orderBy(desc(flows.id))
    .limit(limit + 1);
}

function summaries(db: DrizzleD1Database) {
  return db.select(SUMMARY).from(flows).leftJoin(flowVersions, eq(flowVersions.id, flows.publishedVersionId));
}
