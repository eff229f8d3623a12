// One step of an export: its columns first, then page by page of people, each a file of its own. Broken off anywhere, a page is
// written again over itself.
import { layOut } from "#core/csv/export";
import { toCells } from "#core/csv/export-row";
import { markFormula } from "#core/csv/mark";
import { writeRow } from "#core/csv/write-row";
import { readPageOfPeople } from "../db/export-people.ts";
import { readImportedColumns, readVocabulary } from "../db/export-vocabulary.ts";
import { findExport, saveExportStep } from "../db/exports.ts";
import type { ExportRecord, ExportStep } from "../db/exports.ts";
import { isDoneAlready } from "../db/step-guard.ts";
import { exportKey } from "../files/keys.ts";
import type { Services } from "../services.ts";

/** People of a page: with everything about each, a few megabytes at most. */
const PEOPLE_PER_PAGE = 1_000;
/** Without it Excel takes UTF-8 for the machine's own encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** Does the next step and asks for the one after. */
export async function exportPage(services: Services, exportId: string): Promise<void> {
  const { db, d1, clock, work } = services;
  const record = await findExport(db, exportId);
  if (record?.state !== "working") return;
  const step = await (record.columns.length === 0 ? begin(services, record) : goOn(services, record));
  try {
    await saveExportStep(d1, record, step, clock.now());
  } catch (error) {
    if (isDoneAlready(error)) return;
    throw error;
  }
  if (!step.isEnd) await work.send({ kind: "export", exportId });
}

async function begin({ d1, files }: Services, record: ExportRecord): Promise<ExportStep> {
  const imported = await readImportedColumns(d1, record.settings.importId);
  const columns = layOut(imported, await readVocabulary(d1));
  const head =
    BYTE_ORDER_MARK +
    writeRow(
      columns.map(({ heading }) => markFormula(heading)),
      record.settings.delimiter,
    );
  return { columns, after: "", parts: [await keep(files, record, 0, head)], rows: 0, isEnd: false };
}

async function goOn({ d1, files }: Services, record: ExportRecord): Promise<ExportStep> {
  const { columns, parts, rows } = record;
  const { people, after } = await readPageOfPeople(d1, record.settings, {
    after: record.after,
    limit: PEOPLE_PER_PAGE,
    // What a condition's spans are counted from is one instant for the whole export.
    now: record.createdAt,
  });
  if (after === null) return { columns, after: record.after, parts, rows, isEnd: true };
  const text = people.map((person) => writeRow(toCells(columns, person), record.settings.delimiter)).join("");
  const bytes = await keep(files, record, parts.length, text);
  return { columns, after, parts: [...parts, bytes], rows: rows + people.length, isEnd: false };
}

/** Returns its size in bytes. */
async function keep(files: R2Bucket, { id }: ExportRecord, part: number, text: string): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  await files.put(exportKey(id, part), bytes);
  return bytes.length;
}
