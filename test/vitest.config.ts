// Kinds of test: `core` (pure, in Node), `workerd` (inside the runtime), `zeros` (whole runs there), `mutants` (does each law's test see its guard go?),
// `e2e` (the built Worker with the simulated carrier), `browser` (the same, with its pages in Chromium).
import { fileURLToPath } from "node:url";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { inOneModule } from "./fixtures/in-one-module.ts";
import { TEST_SECRETS } from "./fixtures/secrets.ts";
import { mutate } from "./mutants/mutate.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const migrations = await readD1Migrations(`${root}/migrations`);

/** The runtime with the product's bindings; `bindings` beside those that every such test has. `main` is source, not what was built of it. */
const inWorkerd = (bindings: Record<string, string>, main = `${root}/worker/index.ts`) =>
  cloudflareTest({
    main,
    wrangler: { configPath: `${root}/wrangler.toml` },
    miniflare: {
      bindings: {
        ...TEST_SECRETS,
        PUBLIC_URL: "http://localhost:8787",
        TWILIO_API_URL: "https://carrier.test",
        MIGRATIONS: migrations,
        ...bindings,
      },
    },
  });

/** How large a run of the zeros is, as `npm run bench` says; small where nothing is said. */
const ZEROS = Object.fromEntries(
  ["ZEROS_PEOPLE", "ZEROS_SEED", "ZEROS_SITES"].map((name) => [name, process.env[name] ?? ""]),
);

/** Takes as long as many stories together. */
const WALK = "test/browser/walk.test.ts";

export default defineConfig({
  root,
  plugins: [mutate(root)],
  test: {
    // A cache of what was transformed knows nothing of mutants.
    fsModuleCache: true,
    // Two on two cores: end-to-end tests mostly wait, and the runtime's mostly compute.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "core",
          // Properties of ten thousand cases take seconds; on a busy machine, several times as long.
          testTimeout: 30_000,
          include: [
            "test/core/**/*.test.ts",
            "test/admin/**/*.test.ts",
            "test/carrier/**/*.test.ts",
            "test/{cli,system,demo,tour}/**/*.test.ts",
            "test/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        plugins: [inOneModule(root, [mutate(root)]), inWorkerd({ DEMO: "1" })],
        test: {
          name: "workerd",
          // What a test waits for comes by queues, some of which wait for company; on a busy machine, several times as long.
          testTimeout: 30_000,
          include: ["test/workerd/**/*.test.ts"],
          setupFiles: ["test/workerd/setup.ts"],
        },
      },
      {
        extends: true,
        // The four zeros: the product's objects composed so that queues, alarms and the clock are the run's own.
        plugins: [inWorkerd({ DEMO: "", ...ZEROS }, `${root}/test/bench/zeros/worker.ts`)],
        resolve: {
          alias: [
            // Who waits there waits by the run's time.
            { find: /^(?:\.\.?\/)+wait\.ts$/, replacement: `${root}/test/bench/zeros/wait.ts` },
          ],
        },
        test: {
          name: "zeros",
          include: ["test/bench/zeros/*.test.ts"],
          setupFiles: ["test/workerd/setup.ts"],
        },
      },
      {
        extends: true,
        // Each runs in a vitest of its own: two at once on two cores.
        test: { name: "mutants", include: ["test/mutants/**/*.test.ts"], maxConcurrency: 2 },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // One Chromium and one system for all of them: the setups start both.
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          exclude: [WALK],
          globalSetup: ["test/browser/chromium-setup.ts", "test/browser/setup.ts"],
          // A minute where the machine is idle is two where it is not.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        // Through every page, in systems of its own: beside the others, since it takes minutes and disturbs nobody.
        test: { name: "walk", include: [WALK], globalSetup: ["test/browser/chromium-setup.ts"] },
      },
    ],
  },
});
