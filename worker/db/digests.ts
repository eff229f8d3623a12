// Who gets the digest, and up to where they were told.
import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { digests } from "./schema/index.ts";

export type DigestRow = typeof digests.$inferSelect;

/** In the order of their ids, one more than the limit. */
export async function listDigests(db: DrizzleD1Database, limit: number, after = ""): Promise<DigestRow[]> {
  return db
    .select()
    .from(digests)
    .where(gt(digests.id, after))
    .orderBy(asc(digests.id))
    .limit(limit + 1);
}

/** All who want it. */
export async function listSubscribed(db: DrizzleD1Database): Promise<DigestRow[]> {
  return db.select().from(digests).where(isNull(digests.unsubscribedAt));
}

export async function findDigest(db: DrizzleD1Database, id: string): Promise<DigestRow | null> {
  return (await db.select().from(digests).where(eq(digests.id, id)).get()) ?? null;
}

/**
 * A statement for a batch that tells a period: where another has told it, or nobody wants it any more, the column becomes
 * null, which the table refuses, and the batch with it.
 */
export function moveTold(d1: D1Database, { id, toldUntil }: DigestRow, until: number): D1PreparedStatement {
  return d1
    .prepare(
      "UPDATE digests SET told_until = CASE WHEN told_until = ?2 AND unsubscribed_at IS NULL THEN ?3 END WHERE id = ?1",
    )
    .bind(id, toldUntil, until);
}

/** Whether a batch failed because its period was told already. */
export function isToldAlready(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /NOT NULL constraint failed: digests\.told_until/.test(error.message) || isToldAlready(error.cause);
}

/** A statement: by the link in an e-mail; a second time changes nothing. */
export function unsubscribe(db: DrizzleD1Database, id: string, now: number) {
  return db
    .update(digests)
    .set({ unsubscribedAt: now, changedAt: now })
    .where(and(eq(digests.id, id), isNull(digests.unsubscribedAt)));
}

/** How many there are, whoever still wants it. */
export function countDigests(db: DrizzleD1Database): Promise<number> {
  return db.$count(digests);
}
