// The parts of the bench, by the name that `--only` knows them by.
import { measureAdmin } from "./admin.ts";
import { CONTACTS, measureAudience, PEOPLE } from "./audience.ts";
import { measureDigest } from "./digest.ts";
import { measureEngine } from "./engine.ts";
import { measureImport, ROWS } from "./imports.ts";
import { measureCeiling, measurePace } from "./pace.ts";
import { measureProjection } from "./projection.ts";
import { measureRota } from "./rota.ts";
import type { Part, Row } from "./row.ts";
import { inRuntime } from "./runtime.ts";
import { measureVoice } from "./voice.ts";
import { measureWebhook } from "./webhook.ts";
import { measureWorker } from "./worker-size.ts";
import { measureZeros } from "./zeros.ts";

export const PARTS = {
  webhook: inRuntime(async (origin) => {
    const webhook = await measureWebhook(origin);
    const loads = (["webhook", "object", "empty"] as const).map((name): Row => {
      const { rate, p50Ms, p99Ms } = webhook[name];
      return [
        `${name === "object" ? "bare object" : name}: requests/s, p50, p99`,
        `${rate.toFixed(0)}, ${p50Ms.toFixed(1)} ms, ${p99Ms.toFixed(1)} ms`,
        "16 at once, this machine",
      ];
    });
    const how = "requests a second, median of five runs";
    const asserted = "asserted in `test/workerd/cost.test.ts`";
    return {
      rows: [
        ["warm message: D1 queries, calls to the object", "0, 1", asserted],
        ["warm message: object rows, D1 rows of its record", "<= 4, <= 6", asserted],
        ["webhook / bare object that inserts one row", `${webhook.toObject.toFixed(2)} x`, how],
        ["webhook / empty Hono route", `${webhook.toEmpty.toFixed(2)} x`, how],
        ...loads,
      ],
    };
  }),

  voice: inRuntime(measureVoice),

  records: inRuntime(async (origin) => ({
    rows: [
      [
        "records projected into D1",
        `${(await measureProjection(origin)).toFixed(0)} / s`,
        "batches of 100, this machine",
      ],
    ],
  })),

  audience: inRuntime(async (origin) => {
    const audience = await measureAudience(origin);
    return {
      rows: (["forecast", "freeze"] as const).map((what): Row => {
        const { people, ms, rowsRead, rowsWritten } = audience[what];
        return [
          `${what} of ${PEOPLE.toLocaleString("en")} among ${CONTACTS.toLocaleString("en")} contacts`,
          `${(ms / 1000).toFixed(1)} s`,
          `${people} planned; rows of D1 read ${rowsRead}, written ${rowsWritten}`,
        ];
      }),
    };
  }),

  admin: inRuntime(measureAdmin),

  imports: inRuntime(async (origin) => {
    const imported = await measureImport(origin);
    const rates = (["dryRun", "import", "export", "undo"] as const).map((pass) => imported.rate[pass]);
    const { counts, bytes, uploadMs, heldBytesMax, peakMiB } = imported;
    return {
      rows: [
        [
          `${ROWS.toLocaleString("en")} rows of CSV: dry run, import, export, undo`,
          rates.map((rate) => rate.toFixed(0)).join(", "),
          `rows a second; ${counts.new} new, ${counts.rejected} rejected; ${(bytes / 1e6).toFixed(1)} MB uploaded in ${(uploadMs / 1000).toFixed(1)} s`,
        ],
        [
          "import: most bytes of the file in memory, the runtime's peak",
          `${(heldBytesMax / 1024 / 1024).toFixed(1)} MiB, ${peakMiB === null ? "unknown" : `${peakMiB.toFixed(0)} MiB`}`,
          "counted while it runs; workerd's VmHWM after it",
        ],
      ],
    };
  }),

  pace: measurePace,
  ceiling: measureCeiling,
  zeros: measureZeros,

  digest: inRuntime(measureDigest),

  rota: async () => measureRota(),

  worker: async () => {
    const { gzipKiB, startUpMs } = await measureWorker();
    return {
      rows: [
        ["engine turns", `${measureEngine().toFixed(0)} / s`, "in Node, this machine"],
        ["Worker, gzip", `${gzipKiB.toFixed(0)} KiB`, "limit 360"],
        ["Worker, start-up", `${startUpMs.toFixed(0)} ms`, "limit at Cloudflare 1,000"],
      ],
    };
  },
} as const satisfies Record<string, () => Promise<Part>>;
