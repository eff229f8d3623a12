// Rows and files of a backup into D1 and FILES.
import type { D1Database, D1PreparedStatement, R2Bucket } from "@cloudflare/workers-types";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { insertInto, listed, listTablesOf, MIGRATIONS, quote, toRow } from "./database.ts";
import { listKeys } from "./copy-files.ts";
import { PARTS, type StoredFile } from "./manifest.ts";

/** A batch is one request: a free account makes at most so many queries in one (Cloudflare, "D1 limits"), of so many characters. */
const ROWS_AT_ONCE = 50;
const CHARACTERS_AT_ONCE = 1_000_000;

/** Empties every table, then fills it. */
export async function putRows(db: D1Database, copy: DatabaseSync): Promise<void> {
  const tables = listTablesOf(copy).filter(({ name }) => name !== MIGRATIONS);
  for (const { name } of tables) await db.prepare(`DELETE FROM ${quote(name)}`).run();
  for (const table of tables) {
    const insert = db.prepare(insertInto(table));
    let batch: D1PreparedStatement[] = [];
    let characters = 0;
    for (const found of copy.prepare(`SELECT ${listed(table.columns)} FROM ${quote(table.name)}`).iterate()) {
      const row = toRow(
        table,
        table.columns.map((column) => found[column]),
      );
      batch.push(insert.bind(...row));
      characters += row.reduce<number>((sum, cell) => sum + String(cell ?? "").length, 0);
      if (batch.length < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue;
      await db.batch(batch);
      batch = [];
      characters = 0;
    }
    if (batch.length > 0) await db.batch(batch);
  }
}

/** Puts every file in its place; what was there and is in no backup goes, since no row names it any more. */
export async function putFiles(
  files: R2Bucket,
  folder: string,
  stored: readonly StoredFile[],
): Promise<void> {
  for (const { key, name, http, custom } of stored) {
    const { cacheExpiry, ...rest } = http;
    const httpMetadata = {
      ...withoutGaps(rest),
      ...(cacheExpiry !== undefined && { cacheExpiry: new Date(cacheExpiry) }),
    };
    const bytes = new Uint8Array(readFileSync(join(folder, PARTS.objects, name)));
    await files.put(key, bytes, { httpMetadata, customMetadata: custom });
  }
  const kept = new Set(stored.map(({ key }) => key));
  for (const key of await listKeys(files)) if (!kept.has(key)) await files.delete(key);
}

function withoutGaps(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
