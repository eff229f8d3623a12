// API tokens: found by their hash, listed without it.
import { desc, eq, lt } from "drizzle-orm";
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
  expiresAt: tokens.expiresAt,
  scopes: tokens.scopes,
};

/** A token by the SHA-256 of it (hex), whether it is still good or not. */
export async function findTokenByHash(db: DrizzleD1Database, hash: string): Promise<TokenRow | null> {
  return (await db.select(SHOWN).from(tokens).where(eq(tokens.hash, hash)).get()) ?? null;
}

/** Neither revoked nor past its end. */
export function isTokenGood({ revokedAt, expiresAt }: TokenRow, now: number): boolean {
  return revokedAt === null && (expiresAt === null || now < expiresAt);
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
