// The organisation's settings as the form holds them, and what of them is sent.
import type { Settings } from "../questions.ts";

/** Every setting, so that one that is forgotten does not compile; the form shows them in this order. */
export const SETTINGS = [
  "optOutScope",
  "defaultCountry",
  "frequencyCap",
  "verifiedNumbers",
  "operatorEmails",
  "retention",
] as const satisfies readonly (keyof Settings)[];

type Forgotten = Exclude<keyof Settings, (typeof SETTINGS)[number]>;
export const NOTHING_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;

/** Only what was changed: somebody else may be changing the rest. */
export function patchOf(before: Settings, after: Settings): Partial<Settings> {
  const changed = SETTINGS.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]]));
}
