// Runs a development tool of this checkout, without a shell, so that a signal reaches it and arguments stay as they are.
import { type ChildProcess, spawn, type StdioOptions } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { QUIET, ROOT } from "./checkout.ts";

export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** What it printed, both streams in the order they came. */
  readonly output: string;
}

/** Commands whose package has another name. */
const PACKAGES: Readonly<Record<string, string>> = { tsc: "typescript" };

const Manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Starts a tool of `node_modules`; its output is the caller's. */
export function startTool(
  name: string,
  args: readonly string[],
  stdio: StdioOptions = "pipe",
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  const env = { ...process.env, ...QUIET, ...more };
  return spawn(process.execPath, [entryOf(name), ...args], { cwd: ROOT, env, stdio });
}

/**
 * Runs a tool to its end; a failure is told by the code, never thrown.
 * `input` goes to its standard input: secrets must not be seen among the arguments.
 */
export function runTool(
  name: string,
  args: readonly string[],
  input = "",
  more: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = startTool(name, args, "pipe", more);
    let output = "";
    const gather = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on("data", gather);
    child.stderr?.on("data", gather);
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
    child.stdin?.end(input);
  });
}

/** The script behind `node_modules/.bin/<name>`. */
function entryOf(name: string): string {
  const folder = join(ROOT, "node_modules", PACKAGES[name] ?? name);
  const { bin } = Manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  const entry = typeof bin === "string" ? bin : bin[name];
  if (entry === undefined) throw new Error(`${folder} has no command ${name}`);
  return join(folder, entry);
}
