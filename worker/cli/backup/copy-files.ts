// FILES into a folder: every object with what is known about it.
import type { R2Bucket, R2HTTPMetadata } from "@cloudflare/workers-types";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digest, PARTS, type StoredFile } from "./manifest.ts";

/** Returns how many there are. What goes while we read, such as by retention, is left out. */
export async function copyFiles(files: R2Bucket, folder: string): Promise<number> {
  mkdirSync(join(folder, PARTS.objects));
  const index = join(folder, PARTS.index);
  writeFileSync(index, "");
  let count = 0;
  for (const key of await listKeys(files)) {
    const object = await files.get(key);
    if (object === null) continue;
    const bytes = new Uint8Array(await object.arrayBuffer());
    const name = String(count);
    writeFileSync(join(folder, PARTS.objects, name), bytes);
    const http = toHttp(object.httpMetadata);
    const custom = object.customMetadata ?? {};
    const stored: StoredFile = { key, name, bytes: bytes.length, sha256: digest(bytes), http, custom };
    appendFileSync(index, `${JSON.stringify(stored)}\n`);
    count += 1;
  }
  return count;
}

/** All keys, a page of R2's at a time. */
export async function listKeys(files: R2Bucket): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await files.list(cursor === undefined ? {} : { cursor });
    keys.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return keys;
    cursor = page.cursor;
  }
}

function toHttp({ cacheExpiry, ...http }: R2HTTPMetadata = {}): StoredFile["http"] {
  const known = Object.entries(http).filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(known), ...(cacheExpiry && { cacheExpiry: cacheExpiry.toISOString() }) };
}
