// What `npm run check` looks at.
import { join } from "node:path";
import { ROOT } from "../checkout.ts";
import { type Finished, runTool } from "../tool.ts";
import { runTypes } from "../types/run-types.ts";
import { lint, type Part, PARTS } from "./lint.ts";
import { SIZE_MAX_KIB, weighWorker } from "./size.ts";

export interface Step {
  readonly name: string;
  /** The step whose end it waits for. */
  readonly after?: string;
  /** `note` stands beside the name; `output` is shown when it failed. */
  readonly run: () => Promise<{ readonly isFine: boolean; readonly output: string; readonly note?: string }>;
}

/** Where wrangler puts what it would upload. */
const UPLOAD = ".build/upload";

/** The longest first, so that two at a time end together. */
export const STEPS: readonly Step[] = [
  { name: "types", run: async () => judge(await runTool("tsc", ["-b"])) },
  { name: "bundle", run: bundle },
  { name: "bindings", run: async () => judge(await runTypes("--check")) },
  { name: "format", run: async () => judge(await runTool("oxfmt", ["--check"])) },
  // What `tsc -b` writes tells which of them may be passed over.
  ...PARTS.map((part) => ({ name: `lint ${part.name}`, after: "types", run: () => lintPart(part) })),
];

async function lintPart(part: Part): ReturnType<Step["run"]> {
  const linted = await lint(part);
  return linted === null ? { isFine: true, output: "", note: "as it was" } : judge(linted);
}

async function bundle(): ReturnType<Step["run"]> {
  const built = await runTool("wrangler", ["deploy", "--dry-run", "--outdir", UPLOAD]);
  if (built.code !== 0) return judge(built);
  const kib = weighWorker(join(ROOT, UPLOAD));
  const note = `${kib.toFixed(1)} of ${SIZE_MAX_KIB} KiB gzip`;
  return { isFine: kib <= SIZE_MAX_KIB, output: `The Worker has grown to ${note}.`, note };
}

function judge({ code, output }: Finished): { isFine: boolean; output: string } {
  return { isFine: code === 0, output };
}
