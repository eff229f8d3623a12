// npm run reset: a fresh start for the demo and the dev server of this folder.
import { ROOT } from "./checkout.ts";
import { resetData } from "./reset/reset-data.ts";

const outcome = resetData(ROOT, process.argv.slice(2));
switch (outcome.kind) {
  case "refused":
    console.error(outcome.why);
    process.exitCode = 1;
    break;
  case "deleted":
    for (const folder of outcome.folders) console.log(`deleted ${folder}`);
    if (outcome.folders.length === 0) console.log("There was nothing to delete.");
    break;
  default:
    outcome satisfies never;
}
