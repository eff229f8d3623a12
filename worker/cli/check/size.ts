// The Worker's size as it is uploaded: it decides how fast a cold isolate starts.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Cloudflare takes 3 MB on the free plan; ours is an eighth of it, so that no careless import goes unseen. The aim is 360. */
export const SIZE_MAX_KIB = 367;

/** What the modules of a built Worker weigh together, in KiB of gzip; source maps are not uploaded as code. */
export function weighWorker(folder: string): number {
  const modules = readdirSync(folder).filter((name) => /\.(js|mjs|wasm)$/.test(name));
  const bytes = modules.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return bytes / 1024;
}
