// CSV in and out: files, what became of their rows, and exports.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Dialect } from "#core/csv/dialect";
import type { ImportSettings } from "#core/csv/mapping";
import type { Change } from "#core/csv/plan-row";
import type { ExportState, ImportState, Outcome } from "#core/csv/state";
import type { Rejection } from "#core/csv/rejection";
import type { ExportColumn, ExportSettings } from "#core/csv/export";

export const imports = sqliteTable("imports", {
  id: text("id").primaryKey(),
  fileName: text("file_name").notNull(),
  bytes: integer("bytes").notNull(),
  dialect: text("dialect", { mode: "json" }).$type<Dialect>().notNull(),
  headings: text("headings", { mode: "json" }).$type<readonly string[]>().notNull(),
  settings: text("settings", { mode: "json" }).$type<ImportSettings>().notNull(),
  state: text("state").$type<ImportState>().notNull(),
  step: integer("step").notNull(),
  stepAt: integer("step_at").notNull(),
  nextByte: integer("next_byte").notNull(),
  nextRow: integer("next_row").notNull(),
  rowsNew: integer("rows_new").notNull(),
  rowsChanged: integer("rows_changed").notNull(),
  rowsSame: integer("rows_same").notNull(),
  rowsRejected: integer("rows_rejected").notNull(),
  heldBytesMax: integer("held_bytes_max").notNull(),
  failure: text("failure"),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  startedAt: integer("started_at"),
  startedBy: text("started_by"),
  finishedAt: integer("finished_at"),
  undoneAt: integer("undone_at"),
  undoneBy: text("undone_by"),
  purgedAt: integer("purged_at"),
});

export const importRows = sqliteTable(
  "import_rows",
  {
    importId: text("import_id").notNull(),
    row: integer("row").notNull(),
    outcome: text("outcome").$type<Outcome>().notNull(),
    contactId: text("contact_id"),
    addressId: text("address_id"),
    reason: text("reason", { mode: "json" }).$type<Rejection>(),
    changes: text("changes", { mode: "json" }).$type<readonly Change[]>(),
    cells: text("cells", { mode: "json" }).$type<Readonly<Record<number, string>>>(),
    undone: text("undone").$type<"removed" | "reverted">(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] })],
);

export const exports = sqliteTable("exports", {
  id: text("id").primaryKey(),
  settings: text("settings", { mode: "json" }).$type<ExportSettings>().notNull(),
  columns: text("columns", { mode: "json" }).$type<readonly ExportColumn[]>().notNull(),
  state: text("state").$type<ExportState>().notNull(),
  step: integer("step").notNull(),
  stepAt: integer("step_at").notNull(),
  after: text("after").notNull(),
  parts: text("parts", { mode: "json" }).$type<readonly number[]>().notNull(),
  rows: integer("rows").notNull(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  finishedAt: integer("finished_at"),
});
