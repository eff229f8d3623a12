// This checkout: where it is, and the environment its tools run in.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export const DEV_VARS = join(ROOT, ".dev.vars");

/** Wrangler without telemetry, look-ups and banners: everything here works without a network. */
export const QUIET = {
  WRANGLER_SEND_METRICS: "false",
  DO_NOT_TRACK: "1",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_LOG_PATH: join(ROOT, ".wrangler/logs"),
} as const;
