// Writes the API's description (openapi.json) from the routes themselves, so that the Worker need not carry the words and the means.
import { join } from "node:path";
import { runnerImport } from "vite";
import { ROOT } from "../checkout.ts";
import { DOCUMENT } from "./targets.ts";
import { writeWhole } from "./write-whole.ts";

export async function writeDocument(): Promise<void> {
  const begunAt = new Date();
  const { module } = await runnerImport<{ describeApi: () => Promise<object> }>(
    join(ROOT, "worker/api/document.ts"),
    { configFile: false, root: ROOT, logLevel: "warn" },
  );
  writeWhole(join(ROOT, DOCUMENT.built), JSON.stringify(await module.describeApi()), begunAt);
}
