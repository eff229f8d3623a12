// Which secrets a deployment lacks, and where each is to come from.
import * as z from "zod";
import { Refusal } from "../script.ts";
import { FROM_TWILIO, isExample, REQUIRED, type RequiredSecret } from "../secrets/judge.ts";
import { makeSecret, type RandomHex } from "../secrets/make.ts";
import type { Vars } from "../secrets/vars-file.ts";
import { isUnknownWorker, readJson, type Wrangler } from "./wrangler.ts";

/** Asks the operator without showing what is typed; null where nobody sits at the terminal. */
export type Ask = ((question: string) => Promise<string>) | null;

/** New secrets to upload; `made` are those nobody has seen yet. */
export interface NewSecrets {
  readonly values: Readonly<Partial<Record<RequiredSecret, string>>>;
  readonly made: readonly RequiredSecret[];
}

const Listed = z.array(z.object({ name: z.string() }));

/**
 * The names of the secrets the Worker has. Only "never deployed" counts as none: taking a failure for that
 * would make a new identity key, and nobody's history would be found again.
 */
export async function listSecrets(wrangler: Wrangler): Promise<string[]> {
  const finished = await wrangler.run(["secret", "list", "--format", "json"]);
  if (finished.code !== 0 && isUnknownWorker(finished)) return [];
  const listed = Listed.safeParse(finished.code === 0 ? readJson(finished.output) : null);
  if (!listed.success) throw new Refusal(`The Worker's secrets could not be listed:\n${finished.output}`);
  return listed.data.map(({ name }) => name);
}

/** Finds a value for every secret that is missing: from the environment, at random, or by asking for what only Twilio knows. */
export async function findSecrets(
  present: readonly string[],
  env: Vars,
  ask: Ask,
  randomHex: RandomHex,
): Promise<NewSecrets> {
  const values: Partial<Record<RequiredSecret, string>> = {};
  const made: RequiredSecret[] = [];
  for (const name of REQUIRED.filter((required) => !present.includes(required))) {
    const given = env[name];
    if (given !== undefined && given !== "") {
      values[name] = given;
    } else if (!FROM_TWILIO.includes(name)) {
      values[name] = makeSecret(randomHex);
      made.push(name);
    } else if (ask === null) {
      throw new Refusal(
        `${name} is missing: set it in the environment, or with "npx wrangler secret put ${name}".`,
      );
    } else {
      values[name] = (await ask(`${name} (Twilio console, account info): `)).trim();
    }
  }
  refuseUnfit(values);
  return { values, made };
}

function refuseUnfit(values: NewSecrets["values"]): void {
  for (const [name, value] of Object.entries(values)) {
    if (isExample(value)) throw new Refusal(`${name} is an example value, known to everybody.`);
  }
  const account = values.TWILIO_ACCOUNT_SID;
  if (account !== undefined && !/^AC[0-9a-f]{32}$/.test(account)) {
    throw new Refusal("TWILIO_ACCOUNT_SID must be AC and 32 hexadecimal digits.");
  }
  if (values.TWILIO_AUTH_TOKEN !== undefined && values.TWILIO_AUTH_TOKEN.length < 16) {
    throw new Refusal("TWILIO_AUTH_TOKEN is too short to be one.");
  }
}
