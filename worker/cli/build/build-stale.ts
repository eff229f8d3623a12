// Builds what is older than its sources. Loads what that takes only then: mostly there is nothing to do.
import { ROOT } from "../checkout.ts";
import { Refusal } from "../script.ts";
import { runTool } from "../tool.ts";
import { isStale } from "./is-stale.ts";
import { DOCUMENT, PAGES, WORKER } from "./targets.ts";

/** Throws with the tool's own words where something cannot be built. */
export async function buildStale(): Promise<void> {
  await Promise.all([refreshWorker(), refreshFiles()]);
}

async function refreshWorker(): Promise<void> {
  if (!isStale(ROOT, WORKER)) return;
  const { buildWorker } = await import("./build-worker.ts");
  await buildWorker().catch((error: unknown) => refuse("The Worker", error));
}

/** The description comes last, since building the pages empties their folder. */
async function refreshFiles(): Promise<void> {
  if (isStale(ROOT, PAGES)) await buildPages();
  if (!isStale(ROOT, DOCUMENT)) return;
  const { writeDocument } = await import("./write-document.ts");
  await writeDocument().catch((error: unknown) => refuse("The API's description", error));
}

async function buildPages(): Promise<void> {
  // Whoever builds from inside a test gets the same pages.
  const { code, output } = await runTool("vite", ["build", "admin-ui"], "", { NODE_ENV: "production" });
  if (code !== 0) refuse("The admin's pages", output);
}

function refuse(what: string, why: unknown): never {
  throw new Refusal(`${what} could not be built:\n${why instanceof Error ? why.message : String(why)}`, {
    cause: why,
  });
}
