// Messages no consumer could deal with.
import { and, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { deadLetters } from "./schema/index.ts";

export type LetterRow = typeof deadLetters.$inferSelect;

/** Newest first, one more than the limit: those that still lie there, or those that were sent again. */
export async function listLetters(
  db: DrizzleD1Database,
  limit: number,
  { before, replayed }: { before?: readonly [number, string] | undefined; replayed: boolean },
): Promise<LetterRow[]> {
  const [at, id] = before ?? [];
  const older = at === undefined || id === undefined ? undefined : olderThan(at, id);
  const filter = and(replayed ? isNotNull(deadLetters.replayedAt) : isNull(deadLetters.replayedAt), older);
  return db
    .select()
    .from(deadLetters)
    .where(filter)
    .orderBy(desc(deadLetters.at), desc(deadLetters.id))
    .limit(limit + 1);
}

export async function findLetter(db: DrizzleD1Database, id: string): Promise<LetterRow | null> {
  return (await db.select().from(deadLetters).where(eq(deadLetters.id, id)).get()) ?? null;
}

/** The body as it lay on the queue, in JSON. */
export async function readLetterBody(db: DrizzleD1Database, id: string): Promise<string | null> {
  const body = sql<string>`${deadLetters.body}`;
  return (await db.select({ body }).from(deadLetters).where(eq(deadLetters.id, id)).get())?.body ?? null;
}

/** Their ids are the queue's and tell no time. */
function olderThan(at: number, id: string) {
  return or(lt(deadLetters.at, at), and(eq(deadLetters.at, at), lt(deadLetters.id, id)));
}
