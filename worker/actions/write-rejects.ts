// The rejected rows of an import as a CSV with their original columns and the reason: to be mended and sent again.
import { markFormula, unmarkFormula } from "#core/csv/mark";
import { explainRejection, REASON_HEADING } from "#core/csv/rejection";
import { writeRow } from "#core/csv/write-row";
import { listImportRows } from "../db/imports.ts";
import type { ImportRecord, ImportRowRecord } from "../db/imports.ts";
import type { Services } from "../services.ts";

const ROWS_PER_PAGE = 500;

/** In the file's order, as it is read: nothing is held but a page. With the file's delimiter, which its owner's spreadsheet opens. */
export function writeRejects(
  { db }: Services,
  { id, headings, dialect }: ImportRecord,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: number | null = 0;
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const head = writeRow([...headings, REASON_HEADING].map(markFormula), dialect.delimiter);
      controller.enqueue(encoder.encode(`\uFEFF${head}`));
    },
    async pull(controller) {
      if (after === null) return controller.close();
      const rows: ImportRowRecord[] = await listImportRows(db, id, ROWS_PER_PAGE, {
        after,
        outcome: "rejected",
      });
      const page = rows.slice(0, ROWS_PER_PAGE);
      after = rows.length > ROWS_PER_PAGE ? (page.at(-1)?.row ?? null) : null;
      // A pull that brings nothing would not be asked again.
      if (page.length === 0) return controller.close();
      const text = page.map((row) => writeRow(toCells(row, headings.length), dialect.delimiter)).join("");
      controller.enqueue(encoder.encode(text));
    },
  });
}

/** What a row has beyond the columns stands behind the reason. */
function toCells({ cells, reason }: ImportRowRecord, columns: number): readonly string[] {
  const given = Object.values(cells ?? {}).map((cell) => markFormula(unmarkFormula(cell)));
  const padded = Array.from({ length: columns }, (_, column) => given[column] ?? "");
  return [...padded, reason === null ? "" : explainRejection(reason), ...given.slice(columns)];
}
