// Changes some fields of a shift, for every week that it is valid in.
import { Shift } from "#core/rota/rota";
import type { Actor } from "../actor.ts";
import { findShift } from "../db/rota.ts";
import { notFound } from "../errors.ts";
import { invalid } from "../explain.ts";
import type { Services } from "../services.ts";
import { putShift } from "./put-shift.ts";

/** null sets a field to its default. Throws `not_found`, `invalid`, or `conflict` for an archived group or a change by somebody else. */
export async function changeShift(
  services: Services,
  actor: Actor,
  helplineId: string,
  id: string,
  patch: Readonly<Record<string, unknown>>,
): Promise<Shift> {
  const before = await findShift(services.db, helplineId, id);
  if (before === null) throw notFound("shift of this helpline", id);
  const merged = { ...before.body, ...patch, id };
  const given = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = Shift.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error.issues, given);
  return putShift(services, actor, helplineId, parsed.data, before.changedAt);
}
