// What is restored to, and whether it may be.
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import type { DatabaseSync } from "node:sqlite";
import { Refusal } from "../script.ts";
import { listKeys } from "./copy-files.ts";
import { IDENTITY_CHECK, parseIdentityCheck } from "./identity-check.ts";
import {
  listed,
  listMigrationsOf,
  listTables,
  listTablesOf,
  MIGRATIONS,
  quote,
  type Table,
} from "./database.ts";

export interface Target {
  readonly db: D1Database;
  readonly files: R2Bucket;
  /** By the IDENTITY_KEY of the target, where it can be read; else null. */
  readonly identityCheck: string | null;
}

/** Throws a Refusal unless the target has the tables of the copy, column by column: it is migrated like it. */
export async function requireSameSchema(db: D1Database, copy: DatabaseSync): Promise<void> {
  const there = shapesOf(await listTables(db));
  const here = shapesOf(listTablesOf(copy));
  const wrong = [...new Set([...there.keys(), ...here.keys()])].find(
    (name) => there.get(name) !== here.get(name),
  );
  if (wrong === undefined) return requireSameMigrations(db, copy);
  throw new Refusal(
    `The table ${wrong} is not the same in the backup and in what it is restored to: deploy this version first (npm run deploy), or use the version that runs there. Nothing was changed.`,
  );
}

/** Some change rows and no column. */
async function requireSameMigrations(db: D1Database, copy: DatabaseSync): Promise<void> {
  const { results } = await db.prepare(`SELECT name FROM ${MIGRATIONS} ORDER BY id`).all<{ name: string }>();
  const here = listMigrationsOf(copy);
  if (results.length === here.length && results.every(({ name }, index) => name === here[index])) return;
  throw new Refusal(
    "What it is restored to has other migrations than this checkout: deploy it first (npm run deploy). Nothing was changed.",
  );
}

function shapesOf(tables: readonly Table[]): ReadonlyMap<string, string> {
  return new Map(tables.map(({ name, columns, key }) => [name, `${listed(columns)} ${listed(key)}`]));
}

/** What a Worker writes of itself as soon as somebody looks at it. */
const OF_ITSELF = "settings WHERE name <> 'identity.check'";

/** Throws a Refusal that names what is there. */
export async function requireEmpty({ db, files }: Target): Promise<void> {
  const rows = Object.entries(await countRows(db, OF_ITSELF)).filter(([, count]) => count > 0);
  const keys = await listKeys(files);
  const found = [
    ...rows.map(([table, count]) => `${table}: ${count}`),
    ...(keys.length > 0 ? [`files: ${keys.length}`] : []),
  ];
  if (found.length === 0) return;
  throw new Refusal(
    `There is data already (${found.join(", ")}): --replace deletes it first. Back it up before that. Nothing was changed.`,
  );
}

/** How many rows each table has; `settings` is what to count of that one. */
export async function countRows(db: D1Database, settings = "settings"): Promise<Record<string, number>> {
  const names = (await listTables(db)).map(({ name }) => name).filter((name) => name !== MIGRATIONS);
  const counts = await db.batch<{ n: number }>(
    names.map((name) =>
      db.prepare(`SELECT count(*) AS n FROM ${name === "settings" ? settings : quote(name)}`),
    ),
  );
  return Object.fromEntries(names.map((name, index) => [name, counts[index]?.results[0]?.n ?? 0]));
}

/** Throws a Refusal where the backup's ids were made with another key: everybody would be a stranger. */
export async function requireSameIdentity(
  { db, identityCheck }: Target,
  ofBackup: string | null,
): Promise<void> {
  const known = identityCheck ?? parseIdentityCheck(await db.prepare(IDENTITY_CHECK).first());
  if (ofBackup === null || known === null || known === ofBackup) return;
  throw new Refusal(
    "IDENTITY_KEY is not the one this backup was made with: put that one back first, or nobody would be found again. Nothing was changed.",
  );
}
