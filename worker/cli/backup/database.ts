// Databases of a backup: D1 as the Worker has it, and its copy as a file of SQLite.
import type { D1Database } from "@cloudflare/workers-types";
import type { DatabaseSync } from "node:sqlite";
import { Refusal } from "../script.ts";

/** What a cell of ours may hold: no table has blobs. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
}

/** Which migrations were applied, in D1 itself. */
export const MIGRATIONS = "d1_migrations";

/** Neither SQLite's own tables nor Cloudflare's. */
const OURS = `
  SELECT name FROM sqlite_master
   WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`;
const TABLES = `
  SELECT t.name AS "table", c.name, c.pk FROM (${OURS}) t, pragma_table_info(t.name) c ORDER BY t.name, c.cid`;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly pk: number;
}

/** All statements that make the schema, tables before their indexes. */
export const SCHEMA = `
  SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN (${OURS}) ORDER BY type = 'table' DESC, name`;

export async function listTables(db: D1Database): Promise<Table[]> {
  return toTables((await db.prepare(TABLES).all<Column & Record<string, unknown>>()).results);
}

export function listTablesOf(copy: DatabaseSync): Table[] {
  return toTables(copy.prepare(TABLES).all() as unknown as Column[]);
}

function toTables(columns: readonly Column[]): Table[] {
  return [...new Set(columns.map(({ table }) => table))].map((name) => {
    const own = columns.filter(({ table }) => table === name);
    const key = own.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    return { name, columns: own.map((column) => column.name), key: key.map((column) => column.name) };
  });
}

/** As SQL names it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function listed(names: readonly string[]): string {
  return names.map(quote).join(", ");
}

/** A statement that inserts one row. */
export function insertInto({ name, columns }: Table): string {
  return `INSERT INTO ${quote(name)} (${listed(columns)}) VALUES (${columns.map(() => "?").join(", ")})`;
}

/** Throws a Refusal for what would not come back as it was. */
export function toRow(table: Table, values: readonly unknown[]): Row {
  return values.map((value, index) => {
    const isKept = value === null || typeof value === "string" || typeof value === "number";
    if (isKept) return value;
    throw new Refusal(
      `${table.name}.${table.columns[index] ?? ""} holds what a backup cannot keep: ${typeof value}.`,
    );
  });
}

/** How many rows each table has; the record of migrations is not counted. */
export function countRowsOf(copy: DatabaseSync): Record<string, number> {
  const tables = listTablesOf(copy).filter(({ name }) => name !== MIGRATIONS);
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      Number(copy.prepare(`SELECT count(*) AS n FROM ${quote(name)}`).get()?.["n"]),
    ]),
  );
}

/** The applied migrations, first one first. */
export function listMigrationsOf(copy: DatabaseSync): string[] {
  return copy
    .prepare(`SELECT name FROM ${MIGRATIONS} ORDER BY id`)
    .all()
    .map(({ name }) => String(name));
}
