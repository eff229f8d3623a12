// Imported before wrangler by whatever uses it in its own process: no telemetry, no look-ups, no news of queues.
import { QUIET } from "./checkout.ts";

Object.assign(process.env, QUIET, { WRANGLER_LOG: "warn" });
