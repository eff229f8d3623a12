// One shift of the week, new or over what had its id.
import type { Shift } from "#core/rota/rota";
import type { Actor } from "../actor.ts";
import { findShift, listShifts, putShifts } from "../db/rota.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { refuseShifts, SHIFTS_MAX } from "./check-shifts.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** `over` is when what it was made from was last changed. Throws `not_found`, `invalid`, or `conflict` for an archived group, one with too many, or a change by somebody else. */
export async function putShift(
  services: Services,
  actor: Actor,
  helplineId: string,
  shift: Shift,
  over?: number,
): Promise<Shift> {
  const helpline = await mustFindHelplineInUse(services, helplineId);
  await refuseShifts(services, helpline, [shift]);
  const { db, clock } = services;
  const isNew = (await findShift(db, helplineId, shift.id)) === null;
  if (isNew && (await listShifts(db, helplineId, SHIFTS_MAX - 1)).length >= SHIFTS_MAX)
    throw new Problem("conflict", `A helpline has at most ${SHIFTS_MAX} shifts.`);
  const deed = {
    action: isNew ? "shift.create" : "shift.change",
    subject: { kind: "shift", id: shift.id },
    detail: { helpline: helplineId },
  };
  if (!(await writeAs(services, actor, deed, putShifts(db, helplineId, [shift], clock.now(), over))))
    throw new Problem("conflict", "Somebody changed this shift at the same moment. Please look at it again.");
  return shift;
}
