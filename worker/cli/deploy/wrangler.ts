// What deploying needs from wrangler, so that a test can stand in for it.
import type { Finished } from "../tool.ts";

export interface Wrangler {
  /** Runs a command and returns what it printed. */
  readonly run: (args: readonly string[]) => Promise<Finished>;
  /** Deploys in the operator's sight; returns where to, as wrangler lists it, or null when that failed. */
  readonly deploy: (args: readonly string[]) => Promise<readonly string[] | null>;
}

/** Cloudflare's code for a Worker that was never deployed. */
const NO_SUCH_WORKER = /\b10007\b/;

export function isUnknownWorker({ output }: Finished): boolean {
  return NO_SUCH_WORKER.test(output);
}

/** The JSON in wrangler's output, which may have remarks before it; null when there is none. */
export function readJson(output: string): unknown {
  const start = output.search(/^[[{]/m);
  if (start === -1) return null;
  try {
    return JSON.parse(output.slice(start));
  } catch {
    return null;
  }
}
