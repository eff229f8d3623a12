// Imports, and what became of their rows.
import { and, asc, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { changeInPieces } from "./in-pieces.ts";
import { importRows, imports } from "./schema/index.ts";
import type { ImportState, Outcome } from "#core/csv/state";

export type ImportRecord = typeof imports.$inferSelect;
export type ImportRowRecord = typeof importRows.$inferSelect;

export async function findImport(db: DrizzleD1Database, id: string): Promise<ImportRecord | null> {
  return (await db.select().from(imports).where(eq(imports.id, id)).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listImports(
  db: DrizzleD1Database,
  limit: number,
  before: string | undefined,
): Promise<ImportRecord[]> {
  return db
    .select()
    .from(imports)
    .where(before === undefined ? undefined : lt(imports.id, before))
    .orderBy(desc(imports.id))
    .limit(limit + 1);
}

/** In the file's order, one more than the limit. */
export async function listImportRows(
  db: DrizzleD1Database,
  importId: string,
  limit: number,
  { after = 0, outcome }: { after?: number | undefined; outcome?: Outcome | undefined },
): Promise<ImportRowRecord[]> {
  const wanted = and(
    eq(importRows.importId, importId),
    gt(importRows.row, after),
    outcome === undefined ? undefined : eq(importRows.outcome, outcome),
  );
  return db
    .select()
    .from(importRows)
    .where(wanted)
    .orderBy(asc(importRows.row))
    .limit(limit + 1);
}

/** The rows behind `after` that changed something, in the file's order. */
export async function listWrittenRows(
  db: DrizzleD1Database,
  importId: string,
  after: number,
  limit: number,
): Promise<ImportRowRecord[]> {
  const wanted = and(
    eq(importRows.importId, importId),
    gt(importRows.row, after),
    inArray(importRows.outcome, ["new", "changed"]),
  );
  return db.select().from(importRows).where(wanted).orderBy(asc(importRows.row)).limit(limit);
}

/** How many rows an undo has removed and reverted. */
export async function countUndone(db: DrizzleD1Database, importId: string) {
  const [counted] = await db
    .select({ removed: countOf("removed"), reverted: countOf("reverted") })
    .from(importRows)
    .where(eq(importRows.importId, importId));
  return { removed: counted?.removed ?? 0, reverted: counted?.reverted ?? 0 };
}

function countOf(undone: "removed" | "reverted") {
  return sql<number>`sum(case ${importRows.undone} when ${undone} then 1 else 0 end)`;
}

/** Moves an import on if it is in one of the states; what is given comes with it. */
export function moveImport(
  db: DrizzleD1Database,
  id: string,
  from: readonly ImportState[],
  to: Partial<ImportRecord> & { readonly state: ImportState; readonly stepAt: number },
) {
  return db
    .update(imports)
    .set({ ...to, step: sql`${imports.step} + 1` })
    .where(and(eq(imports.id, id), inArray(imports.state, [...from])));
}

/** Nothing goes on with an import of which nobody was changed yet: not its dry run either. */
export function failUnstarted(db: DrizzleD1Database, id: string, failure: string, now: number) {
  return db
    .update(imports)
    .set({ state: "failed", failure, stepAt: now, step: sql`${imports.step} + 1` })
    .where(and(eq(imports.id, id), isNull(imports.startedAt)));
}

/** The rows first: by the import they are found. */
export async function forgetImport(d1: D1Database, id: string): Promise<void> {
  const some = "SELECT row FROM import_rows WHERE import_id = ?2 LIMIT ?1";
  await changeInPieces(d1, `DELETE FROM import_rows WHERE import_id = ?2 AND row IN (${some})`, id);
  await d1.prepare("DELETE FROM imports WHERE id = ?").bind(id).run();
}

/** A pass over the file begins at its first row with nothing counted. */
export function beginning({ dialect }: Pick<ImportRecord, "dialect">) {
  return {
    nextByte: dialect.startByte,
    nextRow: 1,
    rowsNew: 0,
    rowsChanged: 0,
    rowsSame: 0,
    rowsRejected: 0,
    failure: null,
  };
}
