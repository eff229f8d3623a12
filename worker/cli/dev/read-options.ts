// What `npm run dev` can be told.
import { parseArgs } from "node:util";
import { Refusal } from "../script.ts";

export interface DevOptions {
  readonly tunnel: boolean;
  readonly port: number;
}

/** Reads `--tunnel` and `--port N`; throws a Refusal for anything else. */
export function readOptions(args: readonly string[]): DevOptions {
  const { tunnel, port } = parse(args);
  if (/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)
    return { tunnel, port: Number(port) };
  throw new Refusal(`"${port}" is not a port: give a number from 1 to 65535.`);
}

function parse(args: readonly string[]): { tunnel: boolean; port: string } {
  try {
    const options = {
      tunnel: { type: "boolean", default: false },
      port: { type: "string", default: "8787" },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(`${why}\nUse: npm run dev -- [--tunnel] [--port 8787]`, { cause: error });
  }
}
