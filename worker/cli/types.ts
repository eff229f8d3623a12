// npm run types: writes worker/env.generated.d.ts, the types of the bindings in wrangler.toml.
import { runScript, Refusal } from "./script.ts";
import { runTypes } from "./types/run-types.ts";

await runScript(async () => {
  const { code, output } = await runTypes();
  if (code !== 0) throw new Refusal(output);
});
