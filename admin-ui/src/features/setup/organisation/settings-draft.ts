// The organisation's settings as the form holds them, and what of them is sent.
import type { Settings as Shown } from "../questions.ts";

/** What is set, without when it was. */
type Settings = Omit<Shown, "changedAt">;
type Patch = Omit<Partial<Settings>, "retention"> & { readonly retention?: Partial<Settings["retention"]> };

/** Every setting, so that one that is forgotten does not compile; the form shows them in this order. */
export const SETTINGS = [
  "zone",
  "optOutScope",
  "defaultCountry",
  "frequencyCap",
  "verifiedNumbers",
  "operatorEmails",
  "retention",
] as const satisfies readonly (keyof Settings)[];

const KEPT = ["messages", "media", "emails", "deadLetters"] as const satisfies readonly Kept[];

type Kept = keyof Settings["retention"];
type Forgotten = Exclude<keyof Settings | Kept, (typeof SETTINGS | typeof KEPT)[number]>;
export const NOTHING_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;

/** Only what was changed, of how long things are kept as well: the rest may be somebody else's. */
export function patchOf(before: Settings, after: Settings): Patch {
  const patch = differences(before, after, SETTINGS);
  if (patch.retention === undefined) return patch;
  return { ...patch, retention: differences(before.retention, after.retention, KEPT) };
}

function differences<Whole>(before: Whole, after: Whole, names: readonly (keyof Whole)[]): Partial<Whole> {
  const changed: Partial<Whole> = {};
  for (const name of names)
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) changed[name] = after[name];
  return changed;
}
