// Imported before wrangler by whatever uses it in its own process: no telemetry, no look-ups, no news of queues, and no traces:
// wrangler's local collector writes every call and query into a database, on the one thread that the product runs on.
import { QUIET } from "./checkout.ts";

Object.assign(process.env, QUIET, { WRANGLER_LOG: "warn", X_LOCAL_OBSERVABILITY: "false" });
