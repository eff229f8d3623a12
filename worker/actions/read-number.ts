// A phone number as a request gives it.
import { parsePhone } from "#core/phone";
import type { Address } from "#core/phone";
import { invalidAt } from "../explain.ts";

export type PhoneAddress = Extract<Address, { kind: "phone" }>;

/** In E.164, or as people write it with the country's code. Throws `invalid` that names `path`. */
export function readNumber(words: string, path: string): PhoneAddress {
  const parsed = parsePhone(words);
  if (parsed.kind === "bad") throw invalidAt({ path, message: `is no phone number: ${parsed.why}` });
  return { kind: "phone", value: parsed.e164 };
}
