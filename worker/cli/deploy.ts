// npm run deploy: everything a live deployment needs, on the account wrangler is signed in to.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { buildStale } from "./build/build-stale.ts";
import { ROOT } from "./checkout.ts";
import { makeAsk } from "./deploy/ask.ts";
import { deployWorker } from "./deploy/deploy-worker.ts";
import { lookAt } from "./deploy/look.ts";
import { readConfig } from "./deploy/read-config.ts";
import { summarise } from "./deploy/summary.ts";
import { Refusal, runScript } from "./script.ts";
import { randomHex } from "./secrets.ts";
import { runTool, startTool } from "./tool.ts";

/** One line of what wrangler reports to a program. */
const Report = z.object({ type: z.literal("deploy"), targets: z.array(z.string()).nullish() });

await runScript(async () => {
  const [argument] = process.argv.slice(2);
  if (argument !== undefined) throw new Refusal(`"${argument}" is not known: deploy takes no arguments.`);
  const deployed = await deployWorker({
    wrangler: { run: (args) => runTool("wrangler", args), deploy },
    ...readConfig(ROOT),
    env: Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ""])),
    ask: makeAsk(),
    randomHex,
    build: buildStale,
    withFile: (secrets, use) =>
      inFolder(async (folder) => {
        const path = join(folder, "secrets.json");
        writeFileSync(path, JSON.stringify(secrets), { mode: 0o600 });
        return use(path);
      }),
    print: (line) => console.log(line),
    look: (url) => lookAt(url, fetch, (ms) => sleep(ms)),
  });
  for (const line of summarise(deployed)) console.log(line);
});

/** In the operator's sight, since the first deployment may ask for a name under workers.dev. */
function deploy(args: readonly string[]): Promise<readonly string[] | null> {
  return inFolder(async (folder) => {
    const path = join(folder, "report.ndjson");
    const child = startTool("wrangler", ["deploy", ...args], "inherit", { WRANGLER_OUTPUT_FILE_PATH: path });
    const [code] = await once(child, "close");
    if (code !== 0) return null;
    const reports = readFileSync(path, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => Report.safeParse(JSON.parse(line)));
    return reports.flatMap(({ data }) => data?.targets ?? []);
  });
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "partyline-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
