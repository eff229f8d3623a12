// Brings a local database up to date.
import { Refusal } from "./script.ts";
import { runTool } from "./tool.ts";

/** Applies what is missing to the data in `folder`, or to that of `npm run dev`. */
export async function migrateLocally(folder?: string): Promise<void> {
  const where = folder === undefined ? [] : ["--persist-to", folder];
  const { code, output } = await runTool("wrangler", [
    "d1",
    "migrations",
    "apply",
    "DB",
    "--local",
    ...where,
  ]);
  if (code !== 0) throw new Refusal(`The migrations could not be applied:\n${output.trim()}`);
}
