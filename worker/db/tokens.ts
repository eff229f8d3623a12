// API tokens: found by their hash, listed without it.
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { tokens } from "./schema/index.ts";

export type TokenRow = Omit<typeof tokens.$inferSelect, "hash">;

const SHOWN = {
  id: tokens.id,
  name: tokens.name,
  role: tokens.role,
  createdAt: tokens.createdAt,
  createdBy: tokens.createdBy,
  lastUsedAt: tokens.lastUsedAt,
  revokedAt: tokens.revokedAt,
};

/** A token that is still good, by the SHA-256 of it (hex). */
export async function findTokenByHash(db: DrizzleD1Database, hash: string): Promise<TokenRow | null> {
  const good = and(eq(tokens.hash, hash), isNull(tokens.revokedAt));
  return (await db.select(SHOWN).from(tokens).where(good).get()) ?? null;
}

export async function findToken(db: DrizzleD1Database, id: string): Promise<TokenRow | null> {
  return (await db.select(SHOWN).from(tokens).where(eq(tokens.id, id)).get()) ?? null;
}

/** Newest first; one more than the limit. */
export async function listTokens(db: DrizzleD1Database, limit: number, before?: string): Promise<TokenRow[]> {
  const older = before === undefined ? undefined : lt(tokens.id, before);
  return db
    .select(SHOWN)
    .from(tokens)
    .where(older)
    .orderBy(desc(tokens.id))
    .limit(limit + 1);
}

export async function noteTokenUse(db: DrizzleD1Database, id: string, at: number): Promise<void> {
  await db.update(tokens).set({ lastUsedAt: at }).where(eq(tokens.id, id));
}
