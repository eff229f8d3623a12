// Reads a backup and holds it against its own manifest, before anything is changed because of it.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import { Refusal } from "../script.ts";
import { countRowsOf } from "./database.ts";
import { digestFile, Manifest, PARTS, StoredFile } from "./manifest.ts";

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly files: readonly StoredFile[];
}

/** Throws a Refusal that names the first thing that is wrong with it. */
export async function checkBackup(folder: string): Promise<Backup> {
  const manifest = readManifest(folder);
  await checkDigest(folder, PARTS.database, manifest.database.sha256);
  await checkDigest(folder, PARTS.index, manifest.files.sha256);
  checkDatabase(folder, manifest);
  const files = readIndex(folder, manifest);
  for (const { name, key, bytes, sha256 } of files) {
    const path = join(PARTS.objects, name);
    await checkDigest(folder, path, sha256, ` (${key})`);
    if (statSync(join(folder, path)).size !== bytes)
      throw broken(folder, `${path} is not ${bytes} bytes long`);
  }
  return { folder, manifest, files };
}

function readManifest(folder: string): Manifest {
  const path = join(folder, PARTS.manifest);
  if (!existsSync(path)) throw new Refusal(`${folder} is no backup: it has no ${PARTS.manifest}.`);
  const manifest = Manifest.safeParse(parseJson(readFileSync(path, "utf8")));
  if (!manifest.success) throw broken(folder, `${PARTS.manifest}:\n${z.prettifyError(manifest.error)}`);
  return manifest.data;
}

async function checkDigest(folder: string, name: string, sha256: string, what = ""): Promise<void> {
  const path = join(folder, name);
  if (!existsSync(path)) throw broken(folder, `${name}${what} is missing`);
  if ((await digestFile(path)) !== sha256) throw broken(folder, `${name}${what} was changed or damaged`);
}

function checkDatabase(folder: string, { database }: Manifest): void {
  const copy = new DatabaseSync(join(folder, PARTS.database), { readOnly: true });
  try {
    const verdict = String(copy.prepare("PRAGMA integrity_check").get()?.["integrity_check"]);
    if (verdict !== "ok") throw broken(folder, `${PARTS.database}: ${verdict}`);
    const wrong = compareCounts(database.tables, countRowsOf(copy));
    if (wrong.length > 0) throw broken(folder, `${PARTS.database}: ${wrong.join(", ")}`);
  } finally {
    copy.close();
  }
}

function readIndex(folder: string, { files: { count } }: Manifest): StoredFile[] {
  const lines = readFileSync(join(folder, PARTS.index), "utf8").split("\n").filter(Boolean);
  if (lines.length !== count)
    throw broken(folder, `${PARTS.index} lists ${lines.length} files instead of ${count}`);
  return lines.map((line, index) => {
    const file = StoredFile.safeParse(parseJson(line));
    if (!file.success)
      throw broken(folder, `${PARTS.index}, line ${index + 1}:\n${z.prettifyError(file.error)}`);
    return file.data;
  });
}

/** Each table whose rows are not as many as they should be, in words. */
export function compareCounts(
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): string[] {
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((table) => expected[table] !== found[table])
    .map((table) => `${table} has ${found[table] ?? "no"} rows instead of ${expected[table] ?? "none"}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function broken(folder: string, what: string): Refusal {
  return new Refusal(`The backup ${folder} cannot be restored: ${what}. Nothing was changed.`);
}
