// Funnels as they are configured.
import { and, desc, eq, lt, ne, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { toLine } from "#core/line";
import type { Line } from "#core/line";
import { funnels, lines } from "./schema/index.ts";

export type FunnelRow = typeof funnels.$inferSelect;

/** By id or key. */
export async function findFunnel(db: DrizzleD1Database, idOrKey: string): Promise<FunnelRow | null> {
  const named = or(eq(funnels.id, idOrKey), eq(funnels.key, idOrKey));
  return (await db.select().from(funnels).where(named).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listFunnels(
  db: DrizzleD1Database,
  limit: number,
  { before, withArchived = false }: { before?: string | undefined; withArchived?: boolean },
): Promise<FunnelRow[]> {
  const filter = and(
    before === undefined ? undefined : lt(funnels.id, before),
    withArchived ? undefined : ne(funnels.state, "archived"),
  );
  return db
    .select()
    .from(funnels)
    .where(filter)
    .orderBy(desc(funnels.id))
    .limit(limit + 1);
}

/** A funnel with its line: whose clock it is on, and where it writes. Null where the line is gone. */
export interface PlacedFunnel {
  readonly funnel: FunnelRow;
  readonly line: Line | null;
}

/** Those that people are moving in: running and paused ones. */
export async function listLiveFunnels(db: DrizzleD1Database): Promise<PlacedFunnel[]> {
  return placed(db, or(eq(funnels.state, "running"), eq(funnels.state, "paused")));
}

export async function findPlacedFunnel(db: DrizzleD1Database, id: string): Promise<PlacedFunnel | null> {
  return (await placed(db, eq(funnels.id, id)))[0] ?? null;
}

async function placed(db: DrizzleD1Database, filter: ReturnType<typeof and>): Promise<PlacedFunnel[]> {
  const rows = await db.select().from(funnels).where(filter).orderBy(funnels.id);
  const known = await db.select().from(lines);
  return rows.map((funnel) => {
    const line = known.find(({ id, archivedAt }) => id === funnel.config.lineId && archivedAt === null);
    return { funnel, line: line === undefined ? null : toLine(line.id, line.config) };
  });
}
