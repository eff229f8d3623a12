// A phone number as a request gives it.
import { parsePhone } from "#core/phone";
import type { Address } from "#core/phone";
import { readOrganisation } from "../db/settings.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";

export type PhoneAddress = Extract<Address, { kind: "phone" }>;

/** In E.164, or as people write it; without a country's code it is one of `defaultCountry`. Throws `invalid` that names `path`. */
export async function readNumber(
  { d1 }: Pick<Services, "d1">,
  words: string,
  path: string,
): Promise<PhoneAddress> {
  const international = parsePhone(words);
  // Only who leaves the country out has to wait for what it is here.
  const parsed = international.kind === "ok" ? international : await readNational(d1, words);
  if (parsed.kind === "bad") throw invalidAt({ path, message: `is no phone number: ${parsed.why}` });
  return { kind: "phone", value: parsed.e164 };
}

async function readNational(d1: D1Database, words: string) {
  const { defaultCountry } = await readOrganisation(d1);
  return parsePhone(words, defaultCountry ?? undefined);
}
