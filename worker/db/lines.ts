// Lines as they are configured.
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Channel } from "#core/conversation/run";
import { flows, lines, triggers } from "./schema/index.ts";

export type LineRow = typeof lines.$inferSelect;

export async function findLine(db: DrizzleD1Database, id: string): Promise<LineRow | null> {
  return (await db.select().from(lines).where(eq(lines.id, id)).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listLines(
  db: DrizzleD1Database,
  limit: number,
  { before, withArchived = false }: { before?: string | undefined; withArchived?: boolean },
): Promise<LineRow[]> {
  const filter = and(
    before === undefined ? undefined : lt(lines.id, before),
    withArchived ? undefined : isNull(lines.archivedAt),
  );
  return db
    .select()
    .from(lines)
    .where(filter)
    .orderBy(desc(lines.id))
    .limit(limit + 1);
}

export async function hasLineOn(db: DrizzleD1Database, channel: Channel): Promise<boolean> {
  const found = await db
    .select({ id: lines.id })
    .from(lines)
    .where(and(eq(lines.channel, channel), isNull(lines.archivedAt)))
    .limit(1);
  return found.length > 0;
}

/** Where a flow can be begun by a word, or by opening its web chat. */
export async function channelsOf(db: DrizzleD1Database, flowId: string): Promise<Channel[]> {
  const byWord = db
    .selectDistinct({ channel: lines.channel })
    .from(triggers)
    .innerJoin(lines, and(eq(lines.id, triggers.lineId), isNull(lines.archivedAt)))
    .where(eq(triggers.flowId, flowId));
  const byPage = db
    .selectDistinct({ channel: lines.channel })
    .from(flows)
    .innerJoin(lines, and(eq(lines.address, flows.slug), eq(lines.channel, "chat"), isNull(lines.archivedAt)))
    .where(eq(flows.id, flowId));
  const rows = (await db.batch([byWord, byPage])).flat();
  return (["sms", "whatsapp", "chat"] as const).filter((channel) =>
    rows.some((row) => row.channel === channel),
  );
}

/** The line by which a group's volunteers are texted: the one chosen for it where that is of this channel, else the one with its number. */
export async function findLineIdOfGroup(
  d1: D1Database,
  {
    channel,
    number,
    chosen,
  }: { readonly channel: Channel; readonly number: string | null; readonly chosen: string | null },
): Promise<string | null> {
  return d1
    .prepare(
      `SELECT id FROM lines WHERE channel = ?1 AND archived_at IS NULL AND (id = ?2 OR address = ?3)
        ORDER BY id = ?2 DESC LIMIT 1`,
    )
    .bind(channel, chosen, number)
    .first<string>("id");
}
