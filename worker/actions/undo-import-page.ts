// One step of taking an import back: a page of its rows, and how far it came, in one batch.
import { findImport, listWrittenRows } from "../db/imports.ts";
import { undoPage } from "../db/import-undo.ts";
import { isDoneAlready } from "../db/step-guard.ts";
import type { Services } from "../services.ts";

const ROWS_PER_PAGE = 1_000;

export async function undoImportPage(services: Services, importId: string): Promise<void> {
  const { db, d1, clock, work } = services;
  const record = await findImport(db, importId);
  if (record?.state !== "undoing") return;
  const rows = await listWrittenRows(db, importId, record.nextRow, ROWS_PER_PAGE);
  try {
    await undoPage(d1, record, rows, clock.now());
  } catch (error) {
    if (isDoneAlready(error)) return;
    throw error;
  }
  if (rows.length > 0) await work.send({ kind: "undo-import", importId });
}
