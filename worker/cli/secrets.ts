// The local secrets: read from `.dev.vars`, made where something is missing.
import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { DEV_VARS } from "./checkout.ts";
import { Refusal } from "./script.ts";
import { FROM_TWILIO, REQUIRED } from "./secrets/judge.ts";
import { makeLocalSecrets, makeSecret, type RandomHex, writeLines, writeVars } from "./secrets/make.ts";
import { parseVars, type Vars } from "./secrets/vars-file.ts";

export const randomHex: RandomHex = (bytes) => randomBytes(bytes).toString("hex");

/** Only for their owner to read. */
const MODE = 0o600;

/** Reads the secrets of `path`, making the file or what is missing of our own in it; throws where Twilio's are missing. */
export function readLocalSecrets(path = DEV_VARS): Vars {
  if (!existsSync(path))
    writeFileSync(path, writeVars(makeLocalSecrets(randomHex)), { mode: MODE, flag: "wx" });
  const vars = parseVars(readFileSync(path, "utf8"));
  const missing = REQUIRED.filter((name) => (vars[name] ?? "") === "");
  const theirs = missing.filter((name) => FROM_TWILIO.includes(name));
  if (theirs.length > 0) {
    const advice = "add them (see .dev.vars.example), or delete the file to have a new one made.";
    throw new Refusal(`${path} lacks ${theirs.join(", ")}: ${advice}`);
  }
  const made = Object.fromEntries(missing.map((name) => [name, makeSecret(randomHex)]));
  if (missing.length > 0) appendFileSync(path, `\n${writeLines(made)}`);
  return { ...vars, ...made };
}
