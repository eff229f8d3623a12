// npm run demo: the whole of Partyline on this machine, with a carrier that exists only here and people to write to.
import { join } from "node:path";
import "../../worker/cli/quiet.ts";
import { ROOT } from "../../worker/cli/checkout.ts";
import { occupy } from "../../worker/cli/in-use.ts";
import { runScript } from "../../worker/cli/script.ts";
import { readLocalSecrets } from "../../worker/cli/secrets.ts";
import { Secrets } from "../system/system.ts";
import { whoIsRung } from "./seed/helplines.ts";
import { seed } from "./seed/seed.ts";
import { startLocally } from "./start.ts";
import { welcome } from "./welcome.ts";

await runScript(async () => {
  const folder = join(ROOT, ".wrangler/demo");
  // At the very end, however it comes to it.
  process.on("exit", occupy(folder));
  const secrets = readLocalSecrets();
  console.log("Starting Partyline ...");
  const system = await startLocally({
    folder,
    secrets: { ...secrets, ...Secrets.parse(secrets) },
    productPort: 8787,
    carrierPort: 8788,
    watch: true,
    random: Math.random,
  });
  endOnSignal(system.stop);
  try {
    const isNew = await seed(system);
    console.log(welcome(system, secrets, { isNew, rung: await whoIsRung(system, "bristol") }));
  } catch (error) {
    await system.stop();
    throw error;
  }
});

/** Miniflare would exit at once and with an error; this ends in order. A second signal does not wait. */
function endOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void stop().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal).on(signal, end);
}
