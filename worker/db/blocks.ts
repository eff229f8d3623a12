// Callers that groups do not take.
import { and, desc, eq, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { addresses, blocks } from "./schema/index.ts";

export type BlockRow = typeof blocks.$inferSelect & { readonly address: string | null };

/** Newest first, one more than the limit. */
export async function listBlocks(
  db: DrizzleD1Database,
  helplineId: string,
  limit: number,
  before: readonly [number, string] | undefined,
): Promise<BlockRow[]> {
  const filter = and(
    eq(blocks.helplineId, helplineId),
    before === undefined
      ? undefined
      : sql`(${blocks.createdAt}, ${blocks.addressId}) < (${before[0]}, ${before[1]})`,
  );
  const rows = await joined(db)
    .where(filter)
    .orderBy(desc(blocks.createdAt), desc(blocks.addressId))
    .limit(limit + 1);
  return rows.map(({ block, address }) => ({ ...block, address }));
}

export async function findBlock(
  db: DrizzleD1Database,
  helplineId: string,
  addressId: string,
): Promise<BlockRow | null> {
  const isIt = and(eq(blocks.helplineId, helplineId), eq(blocks.addressId, addressId));
  const row = await joined(db).where(isIt).get();
  return row === undefined ? null : { ...row.block, address: row.address };
}

function joined(db: DrizzleD1Database) {
  return db
    .select({ block: blocks, address: addresses.value })
    .from(blocks)
    .leftJoin(addresses, eq(addresses.id, blocks.addressId));
}
