// Which word starts which flow.
import { and, desc, eq, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { flows, triggers } from "./schema/index.ts";

export type TriggerRow = typeof triggers.$inferSelect & { readonly flowSlug: string };

const SHOWN = {
  id: triggers.id,
  lineId: triggers.lineId,
  keyword: triggers.keyword,
  flowId: triggers.flowId,
  createdAt: triggers.createdAt,
  flowSlug: flows.slug,
};

/** Newest first, one more than the limit. */
export async function listTriggers(
  db: DrizzleD1Database,
  limit: number,
  {
    before,
    lineId,
    flowId,
  }: { before?: string | undefined; lineId?: string | undefined; flowId?: string | undefined },
): Promise<TriggerRow[]> {
  const filter = and(
    before === undefined ? undefined : lt(triggers.id, before),
    lineId === undefined ? undefined : eq(triggers.lineId, lineId),
    flowId === undefined ? undefined : eq(triggers.flowId, flowId),
  );
  return db
    .select(SHOWN)
    .from(triggers)
    .innerJoin(flows, eq(flows.id, triggers.flowId))
    .where(filter)
    .orderBy(desc(triggers.id))
    .limit(limit + 1);
}
