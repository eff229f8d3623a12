// npm run bench: every figure the README quotes, in one table. These machines are noisy: ratios and counts say more than times.
import "../../worker/cli/quiet.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unstable_startWorker as startWorker } from "wrangler";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { CONTACTS, measureAudience, PEOPLE } from "./audience.ts";
import { measureEngine } from "./engine.ts";
import { measureImport, ROWS } from "./imports.ts";
import { migrateOver } from "./migrate.ts";
import { measureProjection } from "./projection.ts";
import { measureWebhook } from "./webhook.ts";
import { measureWorker } from "./worker-size.ts";

const persist = await mkdtemp(join(tmpdir(), "partyline-bench-"));
const text = (value: string) => ({ type: "plain_text", value }) as const;
const origin = "http://127.0.0.1:9799";
const worker = await startWorker({
  config: "test/bench/wrangler.toml",
  dev: {
    server: { hostname: "127.0.0.1", port: 9799 },
    inspector: false,
    watch: false,
    persist,
    logLevel: "none",
  },
  bindings: {
    ...Object.fromEntries(Object.entries(TEST_SECRETS).map(([name, value]) => [name, text(value)])),
    PUBLIC_URL: text(origin),
    TWILIO_API_URL: text("http://127.0.0.1:9"),
  },
});
try {
  await worker.ready;
  await migrateOver(origin);
  const webhook = await measureWebhook(origin);
  const projected = await measureProjection(origin);
  const audience = await measureAudience(origin);
  const imported = await measureImport(origin);
  const { gzipKiB, startUpMs } = await measureWorker();
  const rows: [string, string, string][] = [
    ["warm message: D1 queries, calls to the object", "0, 1", "asserted in `test/workerd/cost.test.ts`"],
    [
      "warm message: object rows, D1 rows of its record",
      "<= 4, <= 6",
      "asserted in `test/workerd/cost.test.ts`",
    ],
    [
      "webhook / bare object that inserts one row",
      `${webhook.toObject.toFixed(2)} x`,
      "requests a second, median of five runs",
    ],
    [
      "webhook / empty Hono route",
      `${webhook.toEmpty.toFixed(2)} x`,
      "requests a second, median of five runs",
    ],
    ...(["webhook", "object", "empty"] as const).map((name): [string, string, string] => [
      `${name === "object" ? "bare object" : name}: requests/s, p50, p99`,
      `${webhook[name].rate.toFixed(0)}, ${webhook[name].p50Ms.toFixed(1)} ms, ${webhook[name].p99Ms.toFixed(1)} ms`,
      "16 at once, this machine",
    ]),
    ["records projected into D1", `${projected.toFixed(0)} / s`, "batches of 100, this machine"],
    ...(["forecast", "freeze"] as const).map((what): [string, string, string] => {
      const { people, ms, rowsRead, rowsWritten } = audience[what];
      return [
        `${what} of ${PEOPLE.toLocaleString("en")} among ${CONTACTS.toLocaleString("en")} contacts`,
        `${(ms / 1000).toFixed(1)} s`,
        `${people} planned; rows of D1 read ${rowsRead}, written ${rowsWritten}`,
      ];
    }),
    [
      `${ROWS.toLocaleString("en")} rows of CSV: dry run, import, export, undo`,
      (["dryRun", "import", "export", "undo"] as const)
        .map((pass) => imported.rate[pass].toFixed(0))
        .join(", "),
      `rows a second; ${imported.counts.new} new, ${imported.counts.rejected} rejected; ${(imported.bytes / 1e6).toFixed(1)} MB uploaded in ${(imported.uploadMs / 1000).toFixed(1)} s`,
    ],
    [
      "import: most bytes of the file in memory, the runtime's peak",
      `${(imported.heldBytesMax / 1024 / 1024).toFixed(1)} MiB, ${imported.peakMiB === null ? "unknown" : `${imported.peakMiB.toFixed(0)} MiB`}`,
      "counted while it runs; workerd's VmHWM after the whole bench so far",
    ],
    ["engine turns", `${measureEngine().toFixed(0)} / s`, "in Node, this machine"],
    ["Worker, gzip", `${gzipKiB.toFixed(0)} KiB`, "limit 320"],
    ["Worker, start-up", `${startUpMs.toFixed(0)} ms`, "limit at Cloudflare 1,000"],
  ];
  console.log("| figure | value | how |\n|---|---|---|");
  for (const row of rows) console.log(`| ${row.join(" | ")} |`);
} finally {
  await worker.dispose();
  await rm(persist, { recursive: true, force: true });
}
process.exit(0);
