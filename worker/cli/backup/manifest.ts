// What a backup says about itself, and the files it consists of.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import * as z from "zod";

/** Beside the folder of the objects: the index of these, one line of JSON each, and D1 as an SQLite database. */
export const PARTS = {
  manifest: "manifest.json",
  database: "database.sqlite",
  index: "files.ndjson",
  objects: "files",
} as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Manifest = z.object({
  format: z.literal("partyline-backup-1"),
  madeAt: z.iso.datetime(),
  place: z.enum(["dev", "demo", "remote"]),
  /** The last migration of its database. */
  migration: z.string(),
  /** Shows by which IDENTITY_KEY the ids were made, and nothing else of it; null where no Worker ever answered. */
  identityCheck: z.string().nullable(),
  database: z.object({ sha256: Sha256, tables: z.record(z.string(), z.int().nonnegative()) }),
  files: z.object({ sha256: Sha256, count: z.int().nonnegative() }),
});
export type Manifest = z.infer<typeof Manifest>;

/** One object of FILES; what R2 dates itself, such as when it was uploaded, cannot be put back. */
export const StoredFile = z.object({
  key: z.string(),
  /** Its name in the backup's folder. */
  name: z.string().regex(/^\d+$/),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
  http: z.object({
    contentType: z.string().optional(),
    contentLanguage: z.string().optional(),
    contentDisposition: z.string().optional(),
    contentEncoding: z.string().optional(),
    cacheControl: z.string().optional(),
    cacheExpiry: z.iso.datetime().optional(),
  }),
  custom: z.record(z.string(), z.string()),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** SHA-256 of a file, in hexadecimal. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The same of bytes. */
export function digest(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
