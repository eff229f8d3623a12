// Bundles the Worker into one file, by the bundler that builds the admin's pages; wrangler takes it as it is.
import { join } from "node:path";
import { build, esmExternalRequirePlugin } from "vite";
import { ROOT } from "../checkout.ts";
import { flattenSql } from "./flatten-sql.ts";
import { leaveOut } from "./leave-out.ts";
import { markUnused } from "./mark-unused.ts";
import { sortModules } from "./sort-modules.ts";
import { WORKER } from "./targets.ts";
import { undocument } from "./undocument.ts";
import { writeWhole } from "./write-whole.ts";

/** What twilio's check of signatures takes of Node; workerd has it. */
const NODE_MODULES = ["crypto", "querystring", "url"];

/** Only describes: not looked into, since nothing of it is left. */
const DESCRIBING = /^hono-openapi$/;

/** libphonenumber-js as it comes for browsers of today: the other form brings a class and a loop along in each file. */
const PHONE_LIBRARY = { find: /^\.\.\/es6\//, replacement: "../es6-modern/" };

/** Writes the Worker and its source map. */
export async function buildWorker(): Promise<void> {
  const begunAt = new Date();
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [
      undocument(),
      markUnused(),
      flattenSql(),
      leaveOut(),
      sortModules(),
      esmExternalRequirePlugin({ external: NODE_MODULES }),
    ],
    resolve: { alias: [PHONE_LIBRARY], conditions: ["workerd", "worker", "module", "browser"] },
    ssr: { target: "webworker", noExternal: true },
    build: {
      ssr: "worker/index.ts",
      write: false,
      target: "es2024",
      minify: true,
      sourcemap: true,
      rolldownOptions: {
        external: [/^cloudflare:/, /^node:/, DESCRIBING],
        treeshake: { moduleSideEffects: [{ test: DESCRIBING, sideEffects: false }] },
        output: { codeSplitting: false, entryFileNames: "index.js" },
      },
    },
  });
  if (!("output" in built)) throw new Error("the Worker has one entry");
  const [{ code, map }] = built.output;
  if (code.includes("hono-openapi"))
    throw new Error("something of hono-openapi is left in the Worker: say it by `says` or `described`");
  writeWhole(join(ROOT, `${WORKER.built}.map`), map?.toString() ?? "", begunAt);
  writeWhole(join(ROOT, WORKER.built), code, begunAt);
}
