// npm run demo: the whole of Partyline on this machine, with a carrier that exists only here and people to write to.
import { join } from "node:path";
import "../../worker/cli/quiet.ts";
import { ROOT } from "../../worker/cli/checkout.ts";
import { occupy } from "../../worker/cli/in-use.ts";
import { runScript } from "../../worker/cli/script.ts";
import { readLocalSecrets } from "../../worker/cli/secrets.ts";
import { Secrets } from "../system/system.ts";
import { seed } from "./seed/seed.ts";
import { startLocally } from "./start.ts";
import { welcome } from "./welcome.ts";

await runScript(async () => {
  const folder = join(ROOT, ".wrangler/demo");
  // At the very end, whoever ends it: wrangler may exit on a signal before we do.
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
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= system.stop().finally(() => process.exit());
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

  const isNew = await seed(system);
  console.log(welcome(system, secrets, isNew));
});
