// The objects of some addresses hear what silences them: opt-outs at the person's other addresses, and suppressions.
import { readSilences } from "../db/spreads.ts";
import type { Services } from "../services.ts";

/** `wanted` selects the ids, with `?1` and so on for the bindings. Again and again does no harm. Throws when one cannot be told. */
export async function tellSilences(
  services: Services,
  wanted: string,
  ...bindings: readonly string[]
): Promise<void> {
  const now = services.clock.now();
  const known = await readSilences(services.d1, wanted, ...bindings);
  const told = [...known].filter(([, silences]) => silences.length > 0);
  await Promise.all(told.map(([id, silences]) => services.contact(id).silence({ silences, now })));
}
