// A backup put back: everything that may be wrong with it is found before anything is touched, and the outcome is counted.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../script.ts";
import { migrateCopy, quieten } from "./bring-up.ts";
import { checkBackup, compareCounts } from "./check-backup.ts";
import { listKeys } from "./copy-files.ts";
import { countRowsOf } from "./database.ts";
import { type Manifest, PARTS, type StoredFile } from "./manifest.ts";
import { putFiles, putRows } from "./put-back.ts";
import { countRows, requireEmpty, requireSameIdentity, requireSameSchema, type Target } from "./target.ts";

export interface RestoreOptions {
  readonly replace: boolean;
  /** This checkout's. */
  readonly migrationsFolder: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Migrations that came after the backup. */
  readonly migrations: readonly string[];
}

/** Throws a Refusal; up to the first row it says that nothing was changed, and after that it can be run again with `replace`. */
export async function restoreBackup(
  folder: string,
  target: Target,
  options: RestoreOptions,
): Promise<Restored> {
  const { manifest, files } = await checkBackup(folder);
  return withCopy(join(folder, PARTS.database), async (copy) => {
    const migrations = migrateCopy(copy, options.migrationsFolder);
    quieten(copy, options.now);
    await requireSameSchema(target.db, copy);
    await requireSameIdentity(target, manifest.identityCheck);
    if (!options.replace) await requireEmpty(target);

    await putBack(target, copy, folder, files);
    return { manifest, migrations };
  });
}

async function putBack(
  target: Target,
  copy: DatabaseSync,
  folder: string,
  files: readonly StoredFile[],
): Promise<void> {
  try {
    await putFiles(target.files, folder, files);
    await putRows(target.db, copy);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`It broke off: ${why}. The backup is whole: restore it again with --replace.`, {
      cause: error,
    });
  }
  await verify(target, copy, files.length);
}

async function verify({ db, files }: Target, copy: DatabaseSync, count: number): Promise<void> {
  const wrong = compareCounts(countRowsOf(copy), await countRows(db));
  const { length: found } = await listKeys(files);
  if (found !== count) wrong.push(`there are ${found} files instead of ${count}`);
  if (wrong.length === 0) return;
  throw new Refusal(
    `Not everything came back: ${wrong.join(", ")}. Is somebody using it? Restore again with --replace.`,
  );
}

/** Works on a copy: a backup is never written to. */
async function withCopy<T>(path: string, use: (copy: DatabaseSync) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "partyline-"));
  const copied = join(folder, PARTS.database);
  copyFileSync(path, copied);
  const copy = new DatabaseSync(copied);
  try {
    return await use(copy);
  } finally {
    copy.close();
    rmSync(folder, { recursive: true });
  }
}
