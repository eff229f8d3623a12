// npm run build: the admin's pages, the Worker and the API's description, each where it is older than what it is made of.
import { buildStale } from "./build/build-stale.ts";
import { runScript } from "./script.ts";

await runScript(buildStale);
