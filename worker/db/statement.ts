// A statement that the query builder has no words for, as part of a batch.
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";

/** Ids and numbers only: Drizzle's batch for D1 binds nothing to such a statement, so values are written into it, quoted. */
export function statement(db: DrizzleD1Database, query: SQL) {
  return db.run(query.inlineParams());
}
