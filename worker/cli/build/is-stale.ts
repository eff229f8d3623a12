// Whether something built is older than what it is made of.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Target } from "./targets.ts";

/** Whether a source under `root` is newer than what was built of it, or nothing was. */
export function isStale(root: string, { built, sources }: Target): boolean {
  const builtAt = newest(join(root, built));
  return builtAt === null || sources.some((source) => (newest(join(root, source)) ?? 0) > builtAt);
}

/** When the newest file in there was changed; null when there is none. */
function newest(path: string): number | null {
  if (!existsSync(path)) return null;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const times = readdirSync(path)
    .filter((name) => name !== "dist" && name !== "node_modules")
    .map((name) => newest(join(path, name)))
    .filter((at) => at !== null);
  return times.length === 0 ? null : Math.max(...times);
}
