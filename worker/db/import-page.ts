// A page of an import as one batch: its effects, what became of each row, and how far the import has come.
import type { Change } from "#core/csv/plan-row";
import type { Rejection } from "#core/csv/rejection";
import type { ImportRecord } from "./imports.ts";
import { writePeople } from "./import-writes.ts";
import { preparer } from "./projection/prepare.ts";
import type { Outcome } from "#core/csv/state";
import { STEP_ONCE } from "./step-guard.ts";

export interface PageRow {
  readonly row: number;
  readonly outcome: Outcome;
  readonly contactId: string | null;
  readonly addressId: string | null;
  readonly number: string | null;
  readonly reason: Rejection | null;
  readonly changes: readonly Change[];
  readonly cells: Readonly<Record<number, string>>;
}

export interface Page {
  readonly rows: readonly PageRow[];
  /** Of the file, the first that is somebody's. */
  readonly firstRow: number;
  readonly nextByte: number;
  readonly nextRow: number;
  readonly isEnd: boolean;
  readonly heldBytesMax: number;
}

/** Throws where the step was done already (isDoneAlready). */
export async function savePage(
  d1: D1Database,
  { id, state, step, startedAt, startedBy }: ImportRecord,
  page: Page,
  now: number,
): Promise<void> {
  const prepare = preparer(d1);
  const isImport = state === "importing";
  const count = (outcome: Outcome) => page.rows.filter((row) => row.outcome === outcome).length;
  const over = isImport ? "imported" : "checked";
  const written = page.rows.flatMap(({ outcome, contactId, addressId, number, changes }) =>
    (outcome === "new" || outcome === "changed") &&
    contactId !== null &&
    addressId !== null &&
    number !== null
      ? [{ contactId, addressId, number, isNew: outcome === "new", changes }]
      : [],
  );
  await d1.batch([
    d1
      .prepare(
        `UPDATE imports SET ${STEP_ONCE}, step_at = ?4, next_byte = ?5, next_row = ?6, rows_new = rows_new + ?7,
                rows_changed = rows_changed + ?8, rows_same = rows_same + ?9, rows_rejected = rows_rejected + ?10,
                held_bytes_max = max(held_bytes_max, ?11), state = ?12, finished_at = ?13 WHERE id = ?1`,
      )
      .bind(
        id,
        step,
        state,
        now,
        page.nextByte,
        page.nextRow,
        count("new"),
        count("changed"),
        count("same"),
        count("rejected"),
        page.heldBytesMax,
        page.isEnd ? over : state,
        page.isEnd && isImport ? now : null,
      ),
    ...(isImport
      ? writePeople(written, { importId: id, at: startedAt ?? now, actor: startedBy ?? "" }, prepare)
      : []),
    ...prepare(
      `INSERT OR REPLACE INTO import_rows (import_id, row, outcome, contact_id, address_id, reason, changes, cells)
       SELECT j.value->>'importId', j.value->>'row', j.value->>'outcome', j.value->>'contactId', j.value->>'addressId',
              j.value->>'reason', j.value->>'changes', j.value->>'cells' FROM json_each(?1) j`,
      page.rows.map(({ reason, changes, cells, ...row }) => ({
        ...row,
        importId: id,
        reason: reason === null ? null : JSON.stringify(reason),
        changes: changes.length === 0 ? null : JSON.stringify(changes),
        cells: Object.keys(cells).length === 0 ? null : JSON.stringify(cells),
      })),
    ),
    ...(page.isEnd
      ? [
          d1.prepare(`${STRAYS} AND row < ?2`).bind(id, page.firstRow),
          d1.prepare(`${STRAYS} AND row >= ?2`).bind(id, page.nextRow),
        ]
      : []),
  ]);
}

/** What a dry run took for rows while the file was read in another way. */
const STRAYS = "DELETE FROM import_rows WHERE import_id = ?1";

/** The import cannot go on: why, in words. */
export async function failImport(d1: D1Database, id: string, why: string, now: number): Promise<void> {
  await d1
    .prepare("UPDATE imports SET state = 'failed', step = step + 1, step_at = ?2, failure = ?3 WHERE id = ?1")
    .bind(id, now, why)
    .run();
}
