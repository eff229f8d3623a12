// The product in workerd for one part of the bench, with its yardsticks beside it (test/bench/worker.ts): migrated and empty.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unstable_startWorker as startWorker } from "wrangler";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { migrateOver } from "./migrate.ts";
import type { Part } from "./row.ts";

const text = (value: string) => ({ type: "plain_text", value }) as const;
const ORIGIN = "http://127.0.0.1:9799";

/** A part that measures at the given origin. */
export function inRuntime(measure: (origin: string) => Promise<Part>): () => Promise<Part> {
  return async () => {
    const persist = await mkdtemp(join(tmpdir(), "partyline-bench-"));
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
        PUBLIC_URL: text(ORIGIN),
        TWILIO_API_URL: text("http://127.0.0.1:9"),
      },
    });
    try {
      await worker.ready;
      await migrateOver(ORIGIN);
      return await measure(ORIGIN);
    } finally {
      await worker.dispose();
      await rm(persist, { recursive: true, force: true });
    }
  };
}
