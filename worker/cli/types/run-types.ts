// The types of the Worker's bindings, as wrangler derives them from its configuration.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { experimental_readRawConfig as readRawConfig } from "wrangler";
import { ROOT } from "../checkout.ts";
import { type Finished, runTool } from "../tool.ts";

/** wrangler.toml names the built Worker, which has no types: here its source stands in. */
const CONFIG = ".build/types.wrangler.json";

/** Writes them, or with `--check` tells by its code whether they are up to date. */
export function runTypes(...more: readonly "--check"[]): Promise<Finished> {
  const { rawConfig } = readRawConfig({ config: join(ROOT, "wrangler.toml") });
  const path = join(ROOT, CONFIG);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    JSON.stringify({ ...rawConfig, main: "../worker/index.ts", no_bundle: false, build: undefined }),
  );
  return runTool("wrangler", [
    "types",
    "--config",
    CONFIG,
    "--include-runtime=false",
    "--strict-vars=false",
    "worker/env.generated.d.ts",
    ...more,
  ]);
}
