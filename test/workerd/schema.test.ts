// The drizzle schema says what the migrations made: same tables, columns, types and nullability, every table STRICT.
import { env } from "cloudflare:workers";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, test } from "vitest";
import * as schema from "../../worker/db/schema/index.ts";

const tables: SQLiteTable[] = Object.values(schema);

async function columnsOf(table: string): Promise<string[]> {
  const { results } = await env.DB.prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
    .bind(table)
    .all<{ name: string; type: string; notnull: number; pk: number }>();
  return results.map(
    ({ name, type, notnull, pk }) => `${name} ${type}${notnull === 1 || pk > 0 ? " not null" : ""}`,
  );
}

describe("the drizzle schema and the migrations", () => {
  test.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "%s",
    async (name, table) => {
      const written = getTableConfig(table).columns.map(
        (column) =>
          `${column.name} ${column.getSQLType().toUpperCase()}${column.notNull || column.primary ? " not null" : ""}`,
      );
      expect(await columnsOf(name)).toEqual(written);
    },
  );

  test("no table is missing in either", async () => {
    const { results } = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations'",
    ).all<{ name: string }>();
    expect(results.map(({ name }) => name).toSorted()).toEqual(
      tables.map((table) => getTableConfig(table).name).toSorted(),
    );
  });

  test("every table is STRICT and WITHOUT ROWID: one row written per insert", async () => {
    const { results } = await env.DB.prepare(
      "SELECT name, strict, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name <> 'd1_migrations'",
    ).all<{ name: string; strict: number; wr: number }>();
    expect(results.filter(({ strict, wr }) => strict !== 1 || wr !== 1)).toEqual([]);
  });
});
