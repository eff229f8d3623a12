// Imported before wrangler by whatever uses it in its own process: no telemetry, no look-ups, no banner.
import { QUIET } from "./checkout.ts";

Object.assign(process.env, QUIET);
