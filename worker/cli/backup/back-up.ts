// A backup in one folder: D1, FILES, and a manifest by which both are checked before anything is restored from them.
import type { R2Bucket } from "@cloudflare/workers-types";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "../script.ts";
import { copyFiles } from "./copy-files.ts";
import { countRowsOf, listMigrationsOf } from "./database.ts";
import { IDENTITY_CHECK, parseIdentityCheck } from "./identity-check.ts";
import { digestFile, type Manifest, PARTS } from "./manifest.ts";
import type { Place } from "./place.ts";

export interface Source {
  readonly place: Place;
  /** Writes the whole of D1, as it was at one moment, into an empty database. */
  readonly copyDatabase: (copy: DatabaseSync) => Promise<void>;
  readonly files: R2Bucket;
}

/** Only for their owner to read: everybody's numbers and words are in it. */
const MODE = 0o700;

/** Throws a Refusal where the folder is there already. A backup that broke off leaves nothing under the folder's name. */
export async function backUp(source: Source, folder: string, now: Date): Promise<Manifest> {
  if (existsSync(folder)) throw new Refusal(`${folder} is there already: a backup overwrites nothing.`);
  const draft = `${folder}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: MODE });
  const known = await copyDatabase(source, join(draft, PARTS.database));
  // After D1: what a row names was there before the row was.
  const count = await copyFiles(source.files, draft);
  const manifest: Manifest = {
    format: "partyline-backup-1",
    madeAt: now.toISOString(),
    place: source.place,
    migration: known.migration,
    identityCheck: known.identityCheck,
    database: { sha256: await digestFile(join(draft, PARTS.database)), tables: known.tables },
    files: { sha256: await digestFile(join(draft, PARTS.index)), count },
  };
  writeFileSync(join(draft, PARTS.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
  renameSync(draft, folder);
  return manifest;
}

async function copyDatabase({ copyDatabase: copyInto }: Source, path: string) {
  const copy = new DatabaseSync(path);
  try {
    await copyInto(copy);
    const migration = listMigrationsOf(copy).at(-1);
    if (migration === undefined) throw new Refusal("There is no data: no migration was ever applied.");
    return {
      migration,
      identityCheck: parseIdentityCheck(copy.prepare(IDENTITY_CHECK).get()),
      tables: countRowsOf(copy),
    };
  } finally {
    copy.close();
  }
}
