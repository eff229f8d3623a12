// Which data of this product is meant: that of `npm run dev`, that of the demo, or the deployed one.
import { parseArgs } from "node:util";
import { Refusal } from "../script.ts";

/** Where data lives. */
export type Place = "dev" | "demo" | "remote";

export interface BackupOptions {
  /** The backup's own. */
  readonly folder: string;
  readonly place: Place;
  /** Of a restore: what is there may go. */
  readonly replace: boolean;
}

/** Reads `<folder> [--remote | --demo] [--replace]`; throws a Refusal for anything else. */
export function readBackupOptions(script: "backup" | "restore", args: readonly string[]): BackupOptions {
  const usage = `Use: npm run ${script} -- <folder> [--remote | --demo]${script === "restore" ? " [--replace]" : ""}`;
  const { values, positionals } = parse(args, usage);
  const { remote, demo, replace } = values;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Refusal(`Name one folder. ${usage}`);
  if (remote && demo) throw new Refusal(`The demo is on this machine only. ${usage}`);
  if (replace && script === "backup") throw new Refusal(`A backup never replaces another. ${usage}`);
  return { folder, place: remote ? "remote" : demo ? "demo" : "dev", replace };
}

function parse(args: readonly string[], usage: string) {
  try {
    const flag = { type: "boolean", default: false } as const;
    const options = { remote: flag, demo: flag, replace: flag };
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${why}\n${usage}`, { cause: error });
  }
}
