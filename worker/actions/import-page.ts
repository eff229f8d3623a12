// One step of an import, or of its dry run: a page of rows out of the file, compared with what we know, and all that follows
// from it in one batch with how far it came. Broken off anywhere, it is done again from where it began.
import { firstRowOf } from "#core/csv/dialect";
import { planRow } from "#core/csv/plan-row";
import { readPerson } from "#core/csv/read-person";
import type { ReadPerson, Rejected } from "#core/csv/read-person";
import type { Rejection } from "#core/csv/rejection";
import { cutCells } from "#core/csv/row-limits";
import type { Row } from "#core/csv/scan";
import { readEarlierRows, readKnown } from "../db/import-known.ts";
import { failImport, savePage } from "../db/import-page.ts";
import type { PageRow } from "../db/import-page.ts";
import { findImport } from "../db/imports.ts";
import type { ImportRecord } from "../db/imports.ts";
import { isDoneAlready } from "../db/step-guard.ts";
import { uploadKey } from "../files/keys.ts";
import { readRows } from "../files/read-rows.ts";
import type { Services } from "../services.ts";

/** More would be faster (fewer pages of the tables are written twice), but D1 answers nobody else while it takes a batch. */
const ROWS_PER_PAGE = 1_000;
const BYTES_PER_PAGE = 1024 * 1024;

interface Read {
  readonly row: number;
  readonly cells: readonly string[];
  readonly read: ReadPerson | Rejected;
  readonly addressId: string | null;
}

/** Does the next page and asks for the one after; a step that was done already, or that nobody asks for any more, is none. */
export async function importPage(services: Services, importId: string): Promise<void> {
  const { db, d1, files, clock, work } = services;
  const record = await findImport(db, importId);
  if (record === null || (record.state !== "importing" && record.state !== "checking")) return;
  const page = await readRows(files, uploadKey(importId), record.dialect, {
    fromByte: record.nextByte,
    fileBytes: record.bytes,
    rowsMax: ROWS_PER_PAGE,
    bytesMax: BYTES_PER_PAGE,
  });
  if (page === null) return failImport(d1, importId, "The file is not there any more.", clock.now());
  const rows = await judge(services, record, page.rows);
  const last = page.rows.at(-1);
  try {
    await savePage(
      d1,
      record,
      {
        rows,
        firstRow: firstRowOf(record.dialect),
        nextByte: last?.endByte ?? record.nextByte,
        nextRow: record.nextRow + page.rows.length,
        isEnd: page.isEnd,
        heldBytesMax: page.heldBytesMax,
      },
      clock.now(),
    );
  } catch (error) {
    // Whoever did it asked for the next one as well; if that was lost, the sweep asks again.
    if (isDoneAlready(error)) return;
    throw error;
  }
  if (!page.isEnd) await work.send({ kind: "import", importId });
}

async function judge(
  { d1, identity, clock }: Services,
  record: ImportRecord,
  rows: readonly Row[],
): Promise<readonly PageRow[]> {
  const { id, settings, headings, nextRow, dialect } = record;
  const at = record.startedAt ?? clock.now();
  const reading = { ...settings, headings, now: at };
  const firstRow = firstRowOf(dialect);
  const reads: Read[] = [];
  for (const [index, row] of rows.entries()) {
    if (nextRow + index < firstRow) continue;
    const read = readPerson(row, reading);
    const addressId =
      read.kind === "person" ? await identity.idOf({ kind: "phone", value: read.number }) : null;
    reads.push({ row: nextRow + index, cells: row.cells, read, addressId });
  }
  const addressIds = reads.flatMap(({ addressId }) => addressId ?? []);
  const known = await readKnown(d1, addressIds);
  const contactOf = (addressId: string) => known.get(addressId)?.contactId ?? addressId;
  const seen = new Map(
    await readEarlierRows(d1, id, { from: firstRow, before: nextRow }, addressIds.map(contactOf)),
  );
  return reads.map((read): PageRow => {
    const { row, addressId } = read;
    if (read.read.kind === "rejected" || addressId === null) return rejectedRow(read, null);
    const contactId = contactOf(addressId);
    const earlier = seen.get(contactId);
    if (earlier !== undefined) return rejectedRow(read, contactId, { kind: "duplicate", row: earlier });
    const planned = planRow(read.read, known.get(addressId) ?? null, { rule: settings.rule, at });
    if (planned.kind === "rejected") return rejectedRow(read, contactId, planned.why);
    seen.set(contactId, row);
    const { number, kept } = read.read;
    const { kind, changes } = planned;
    return { row, outcome: kind, contactId, addressId, number, reason: null, changes, cells: kept };
  });
}

function rejectedRow({ row, cells, read }: Read, contactId: string | null, why?: Rejection): PageRow {
  return {
    row,
    outcome: "rejected",
    contactId,
    addressId: null,
    number: null,
    reason: why ?? (read.kind === "rejected" ? read.why : null),
    changes: [],
    cells: Object.fromEntries(cutCells(cells).entries()),
  };
}
