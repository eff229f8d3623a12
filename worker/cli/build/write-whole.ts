// Writes what was built.
import { mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file so that nobody ever reads half of it: two commands may build at the same time.
 * It counts as from when its building began: a source that is edited meanwhile is newer.
 */
export function writeWhole(path: string, text: string, begunAt: Date): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, text);
  utimesSync(draft, begunAt, begunAt);
  renameSync(draft, path);
}
