// The local secrets: read from `.dev.vars`, made where something is missing.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { DEV_VARS } from "./checkout.ts";
import { Refusal } from "./script.ts";
import { REQUIRED } from "./secrets/judge.ts";
import { makeLocalSecrets, type RandomHex, writeVars } from "./secrets/make.ts";
import { parseVars, type Vars } from "./secrets/vars-file.ts";

export const randomHex: RandomHex = (bytes) => randomBytes(bytes).toString("hex");

/** Only for their owner to read. */
const MODE = 0o600;

/** Reads the secrets of `path`, making the file if there is none; throws when one is missing from it. */
export function readLocalSecrets(path = DEV_VARS): Vars {
  if (!existsSync(path))
    writeFileSync(path, writeVars(makeLocalSecrets(randomHex)), { mode: MODE, flag: "wx" });
  const vars = parseVars(readFileSync(path, "utf8"));
  const missing = REQUIRED.filter((name) => (vars[name] ?? "") === "");
  if (missing.length === 0) return vars;
  throw new Refusal(
    `${path} lacks ${missing.join(", ")}: add them (see .dev.vars.example), or delete the file to have a new one made.`,
  );
}
