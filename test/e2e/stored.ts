// A running system as a backup sees it, and backups that somebody spoilt.
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { listTables, MIGRATIONS } from "../../worker/cli/backup/database.ts";
import { makeIdentityCheck } from "../../worker/cli/backup/identity-check.ts";
import { digestFile, type Manifest } from "../../worker/cli/backup/manifest.ts";
import { restoreBackup } from "../../worker/cli/backup/restore-backup.ts";
import { ROOT } from "../../worker/cli/checkout.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import type { TestSystem } from "./harness.ts";

export const migrationsFolder = join(ROOT, "migrations");

/** What organisers see, by the API. */
const SEEN = [
  "/lines",
  "/flows",
  "/contacts?limit=100",
  "/messages?limit=100",
  "/helplines",
  "/volunteers",
  "/campaigns",
  "/audit?limit=100",
  "/settings",
  "/notices",
].map((path) => `/api/v1${path}`);

const Bindings = z.object({ DB: z.custom<D1Database>(), FILES: z.custom<R2Bucket>() });
export async function storeOf(running: TestSystem) {
  const { DB: db, FILES: files } = Bindings.parse(await running.bindings());
  return { db, files };
}

/** Every row of every table, every file, and every answer of the API. */
export async function look(running: TestSystem) {
  const { db, files } = await storeOf(running);
  const tables = (await listTables(db)).filter(({ name }) => name !== MIGRATIONS);
  const read = await db.batch(
    tables.map(({ name, key }) => db.prepare(`SELECT * FROM ${name} ORDER BY ${key.join(", ")}`)),
  );
  const rows = tables.map(({ name }, index) => [name, read[index]?.results ?? []] as const);
  const { objects } = await files.list({ include: ["httpMetadata", "customMetadata"] });
  const stored = await Promise.all(
    objects.map(async ({ key, httpMetadata, customMetadata }) => {
      return { key, httpMetadata, customMetadata, text: await (await files.get(key))?.text() };
    }),
  );
  const answers = await Promise.all(SEEN.map((path) => running.api.get(path, z.unknown())));
  return { rows: Object.fromEntries(rows), stored, answers };
}

export async function restoreInto(
  running: TestSystem,
  from: string,
  replace = false,
  key: string = TEST_SECRETS.IDENTITY_KEY,
) {
  const target = { ...(await storeOf(running)), identityCheck: makeIdentityCheck(key) };
  return restoreBackup(from, target, { replace, migrationsFolder, now: 0 });
}

/** Changes the backup's database, and has the manifest agree. */
export async function rewrite(path: string, change: (copy: DatabaseSync) => void): Promise<void> {
  const copy = new DatabaseSync(join(path, "database.sqlite"));
  change(copy);
  copy.close();
  const sha256 = await digestFile(join(path, "database.sqlite"));
  editManifest(path, (manifest) => ({ ...manifest, database: { ...manifest.database, sha256 } }));
}

export function editManifest(path: string, edit: (manifest: Manifest) => unknown): void {
  const file = join(path, "manifest.json");
  writeFileSync(file, JSON.stringify(edit(JSON.parse(readFileSync(file, "utf8")) as Manifest)));
}
