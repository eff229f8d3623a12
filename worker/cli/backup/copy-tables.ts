// D1 into a file of SQLite, row by row as they are. Of a database that nobody writes to meanwhile.
import type { D1Database, D1PreparedStatement } from "@cloudflare/workers-types";
import type { DatabaseSync } from "node:sqlite";
import { insertInto, listed, listTables, quote, type Row, SCHEMA, type Table, toRow } from "./database.ts";

/** Rows read at once; an e-mail's is 100 KiB at most, and an answer of D1 may be far larger than all of these. */
const PAGE = 200;

export async function copyTables(db: D1Database, copy: DatabaseSync): Promise<void> {
  const { results } = await db.prepare(SCHEMA).all<{ sql: string }>();
  copy.exec("BEGIN");
  for (const { sql } of results) copy.exec(sql);
  for (const table of await listTables(db)) {
    const insert = copy.prepare(insertInto(table));
    for await (const row of readRows(db, table)) insert.run(...row);
  }
  copy.exec("COMMIT");
}

/** Page by page in the order of the primary key, so that none is read twice. */
async function* readRows(db: D1Database, table: Table): AsyncGenerator<Row> {
  const { name, columns, key } = table;
  const keys = listed(key);
  const after = `WHERE (${keys}) > (${key.map(() => "?").join(", ")})`;
  const select = (where: string) =>
    `SELECT ${listed(columns)} FROM ${quote(name)} ${where} ORDER BY ${keys} LIMIT ${PAGE}`;
  let last: Row = [];
  for (;;) {
    const page: D1PreparedStatement = db.prepare(select(last.length === 0 ? "" : after)).bind(...last);
    const rows: readonly Row[] = (await page.raw()).map((values) => toRow(table, values));
    yield* rows;
    const end: Row | undefined = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = key.map((column) => end[columns.indexOf(column)] ?? null);
  }
}
