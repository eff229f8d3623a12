// Builds the admin's pages where they are missing or older than what they are made of.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./checkout.ts";
import { Refusal } from "./script.ts";
import { runTool } from "./tool.ts";

const BUILT = "admin-ui/dist";

/** Everything that ends up in the pages: the admin itself and the core it shares with the Worker. */
const SOURCES = ["admin-ui", "worker/core", "worker/api", "package-lock.json"];

/** Builds if `isStale`; throws with the tool's own words when that fails. */
export async function buildPages(): Promise<void> {
  if (!isStale(ROOT)) return;
  const { code, output } = await runTool("vite", ["build", "admin-ui"]);
  if (code !== 0) throw new Refusal(`The admin's pages could not be built:\n${output}`);
}

/** Whether a source under `root` is newer than the built pages, or these are missing. */
export function isStale(root: string): boolean {
  const builtAt = newest(join(root, BUILT));
  return builtAt === null || SOURCES.some((source) => (newest(join(root, source)) ?? 0) > builtAt);
}

/** When the newest file in there was changed; null when there is none. What was built and installed does not count as a source. */
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
