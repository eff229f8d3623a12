// A group's whole rota at once: what is not in the list is gone.
import type { Shift } from "#core/rota/rota";
import type { Actor } from "../actor.ts";
import { holdHelpline } from "../db/helplines.ts";
import { dropOthers, putShifts as put } from "../db/rota.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { refuseShifts } from "./check-shifts.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, `conflict` for an archived group, or `invalid` that names the place in the list. */
export async function putShifts(
  services: Services,
  actor: Actor,
  helplineId: string,
  shifts: readonly Shift[],
): Promise<void> {
  const helpline = await mustFindHelplineInUse(services, helplineId);
  const seen = new Map<string, number>();
  shifts.forEach(({ id }, index) => {
    if (seen.has(id)) throw invalidAt({ path: `shifts[${index}].id`, message: "is another shift's as well" });
    seen.set(id, index);
  });
  await refuseShifts(services, helpline, shifts, (index) => `shifts[${index}].`);
  const { db, clock } = services;
  const deed = {
    action: "helpline.put-shifts",
    subject: { kind: "helpline", id: helplineId },
    detail: { shifts: shifts.length },
  };
  await writeAs(services, actor, deed, holdHelpline(db, helplineId), {
    rest: [...dropOthers(db, helplineId, [...seen.keys()]), put(db, helplineId, shifts, clock.now())],
  });
}
