// Imports as the API shows them, and what may be said about one.
import * as z from "zod";
import { Dialect } from "#core/csv/dialect";
import { ImportSettings, RULES, Target } from "#core/csv/mapping";
import { explainRejection } from "#core/csv/rejection";
import type { ImportRecord, ImportRowRecord } from "../../db/imports.ts";
import { IMPORT_STATES, OUTCOMES } from "#core/csv/state";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const Counts = z.object({ new: z.int(), changed: z.int(), same: z.int(), rejected: z.int() });

const { defaultCountry, addTags, everybodyAgreed } = ImportSettings.shape;
const { encoding, delimiter, quote, hasHeadings } = Dialect.shape;
const dialect = {
  encoding,
  delimiter,
  quote,
  rowsAbove: Dialect.shape.rowsAbove.meta({
    description: "How many rows stand above the table, blank lines aside: a title, a date.",
  }),
  hasHeadings,
};

export const ImportView = z
  .object({
    id: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    state: z.enum(IMPORT_STATES).meta({
      description:
        "uploaded: waits for its columns to be settled. checked: its dry run is over. imported: done. failed: see `failure`.",
    }),
    ...dialect,
    columns: z.array(z.object({ heading: z.string(), target: Target })),
    rule: z.enum(RULES),
    defaultCountry,
    addTags,
    everybodyAgreed,
    counts: Counts.meta({
      description: "Of the dry run, then of the import: every row so far is one of the four.",
    }),
    progress: z.number().min(0).max(1),
    heldBytesMax: z.int().meta({ description: "The most bytes of the file that were in memory at once." }),
    failure: z.string().nullable(),
    createdAt: Time,
    createdBy: z.string(),
    startedAt: Time.nullable(),
    startedBy: z.string().nullable(),
    finishedAt: Time.nullable(),
    undoneAt: Time.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: "Import" });

export const ImportWithUndone = ImportView.extend({
  undone: z
    .object({ removed: z.int(), reverted: z.int() })
    .meta({ description: "Rows whose contact an undo removed, and rows of which it put values back." }),
}).meta({ id: "ImportWithUndone" });

export const ImportPreview = z
  .object({
    rows: z.array(z.array(z.string())).meta({ description: "Without the headings; cells by column." }),
  })
  .meta({ id: "ImportPreview" });

export function toImportView({ dialect, headings, settings, ...row }: ImportRecord) {
  const { startByte: _, ...spoken } = dialect;
  const { mapping, ...rest } = settings;
  return {
    id: row.id,
    fileName: row.fileName,
    bytes: row.bytes,
    state: row.state,
    ...spoken,
    columns: headings.map((heading, column) => ({
      heading,
      target: mapping[column] ?? { kind: "keep" as const },
    })),
    ...rest,
    counts: {
      new: row.rowsNew,
      changed: row.rowsChanged,
      same: row.rowsSame,
      rejected: row.rowsRejected,
    },
    progress: progressOf(row),
    heldBytesMax: row.heldBytesMax,
    failure: row.failure,
    createdAt: toTime(row.createdAt),
    createdBy: row.createdBy,
    startedAt: toTimeOrNull(row.startedAt),
    startedBy: row.startedBy,
    finishedAt: toTimeOrNull(row.finishedAt),
    undoneAt: toTimeOrNull(row.undoneAt),
    undoneBy: row.undoneBy,
  };
}

type Walk = Pick<
  ImportRecord,
  "state" | "bytes" | "nextByte" | "nextRow" | "rowsNew" | "rowsChanged" | "rowsSame" | "rowsRejected"
>;

/** An undo goes by the rows, a pass over the file by its bytes. */
function progressOf({ state, bytes, nextByte, nextRow, ...rows }: Walk): number {
  switch (state) {
    case "checked":
    case "imported":
    case "undone":
      return 1;
    case "undoing":
      return Math.min(1, nextRow / (rows.rowsNew + rows.rowsChanged + rows.rowsSame + rows.rowsRejected + 1));
    case "uploaded":
    case "checking":
    case "importing":
    case "failed":
      return Math.min(1, nextByte / bytes);
    default:
      return state satisfies never;
  }
}

export const ChangedImport = z
  .strictObject({
    ...dialect,
    mapping: z.union([
      ImportSettings.shape.mapping,
      z.record(z.string(), Target).meta({ description: "By heading; columns that are not named stay." }),
    ]),
    rule: z.enum(RULES),
    defaultCountry,
    addTags,
    everybodyAgreed,
  })
  .partial();

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const ImportRowView = z
  .object({
    row: z
      .int()
      .meta({ description: "As a spreadsheet counts, blank lines aside: the file's first row is 1." }),
    outcome: z.enum(OUTCOMES),
    contactId: z.string().nullable(),
    changes: z
      .array(z.object({ field: z.string(), from: Value, to: Value }))
      .meta({ description: "`name`, `attributes.plan`, `tags.vip`; `grant.*` holds epoch milliseconds." }),
    reason: z.object({ kind: z.string(), text: z.string() }).nullable(),
    cells: z.array(z.string()).nullable().meta({ description: "Of a rejected row: what stood in the file." }),
    undone: z.enum(["removed", "reverted"]).nullable(),
  })
  .meta({ id: "ImportRow" });

export function toImportRowView({
  row,
  outcome,
  contactId,
  changes,
  reason,
  cells,
  undone,
}: ImportRowRecord) {
  return {
    row,
    outcome,
    contactId,
    changes: (changes ?? []).map(({ field, from, to }) => ({ field, from, to })),
    reason: reason === null ? null : { kind: reason.kind, text: explainRejection(reason) },
    cells: outcome === "rejected" && cells !== null ? Object.values(cells) : null,
    undone,
  };
}
