// Exports and how far they are.
import { desc, eq, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { ExportColumn } from "#core/csv/export";
import { exports } from "./schema/index.ts";
import { STEP_ONCE } from "./step-guard.ts";

export type ExportRecord = typeof exports.$inferSelect;

export async function findExport(db: DrizzleD1Database, id: string): Promise<ExportRecord | null> {
  return (await db.select().from(exports).where(eq(exports.id, id)).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listExports(
  db: DrizzleD1Database,
  limit: number,
  before: string | undefined,
): Promise<ExportRecord[]> {
  return db
    .select()
    .from(exports)
    .where(before === undefined ? undefined : lt(exports.id, before))
    .orderBy(desc(exports.id))
    .limit(limit + 1);
}

export interface ExportStep {
  readonly columns: readonly ExportColumn[];
  readonly after: string;
  /** Sizes in bytes. */
  readonly parts: readonly number[];
  readonly rows: number;
  readonly isEnd: boolean;
}

/** Throws where the step was done already (isDoneAlready). */
export async function saveExportStep(
  d1: D1Database,
  { id, step }: ExportRecord,
  { columns, after, parts, rows, isEnd }: ExportStep,
  now: number,
): Promise<void> {
  await d1
    .prepare(
      `UPDATE exports SET ${STEP_ONCE}, step_at = ?4, columns = ?5, after = ?6, parts = ?7, rows = ?8, state = ?9,
              finished_at = ?10 WHERE id = ?1`,
    )
    .bind(
      id,
      step,
      "working",
      now,
      JSON.stringify(columns),
      after,
      JSON.stringify(parts),
      rows,
      isEnd ? "done" : "working",
      isEnd ? now : null,
    )
    .run();
}
