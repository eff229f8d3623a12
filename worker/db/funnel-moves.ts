// A funnel's history, as it is read.
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { contacts, funnelMoves } from "./schema/index.ts";

export type MoveRow = typeof funnelMoves.$inferSelect & { readonly name: string | null };

/** Newest first, one more than the limit; of one instant by contact. */
export async function listMoves(
  db: DrizzleD1Database,
  funnelId: string,
  limit: number,
  {
    contactId,
    before,
  }: { contactId?: string | undefined; before?: readonly [number, string, number] | undefined },
): Promise<MoveRow[]> {
  const filter = and(
    eq(funnelMoves.funnelId, funnelId),
    contactId === undefined ? undefined : eq(funnelMoves.contactId, contactId),
    before === undefined
      ? undefined
      : sql`(${funnelMoves.at}, ${funnelMoves.contactId}, ${funnelMoves.revision}) < (${before[0]}, ${before[1]}, ${before[2]})`,
  );
  return db
    .select({ ...getTableColumns(funnelMoves), name: contacts.name })
    .from(funnelMoves)
    .leftJoin(contacts, eq(contacts.id, funnelMoves.contactId))
    .where(filter)
    .orderBy(desc(funnelMoves.at), desc(funnelMoves.contactId), desc(funnelMoves.revision))
    .limit(limit + 1);
}
