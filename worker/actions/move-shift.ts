// A weekly shift is at another time from a date on.
import { moveShift as planMove } from "#core/rota/move-shift";
import type { Moved } from "#core/rota/move-shift";
import type { Shift } from "#core/rota/rota";
import type { Actor } from "../actor.ts";
import { findShift, listShifts, moveShiftRows } from "../db/rota.ts";
import { notFound, Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { refuseShifts, SHIFTS_MAX } from "./check-shifts.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

export interface ShiftMove {
  readonly shiftId: string;
  readonly date: string;
  readonly to: Moved;
}

/** Returns what it is from then on. Throws `not_found`, `invalid`, or `conflict` for an archived group, one with too many, or a change by somebody else. */
export async function moveShift(
  services: Services,
  actor: Actor,
  helplineId: string,
  { shiftId, date, to }: ShiftMove,
): Promise<Shift> {
  const { db, clock, mint } = services;
  const helpline = await mustFindHelplineInUse(services, helplineId);
  const before = await findShift(db, helplineId, shiftId);
  if (before === null) throw notFound("shift of this helpline", shiftId);
  const move = planMove(before.body, date, to, mint());
  if (move === null) throw invalidAt({ path: "date", message: "is no date on which this shift starts" });
  const { past, next } = move;
  await refuseShifts(services, helpline, [next], () => "to.");
  if (past !== null && (await listShifts(db, helplineId, SHIFTS_MAX - 1)).length >= SHIFTS_MAX)
    throw new Problem("conflict", `A helpline has at most ${SHIFTS_MAX} shifts.`);
  const deed = {
    action: "shift.move",
    subject: { kind: "shift", id: shiftId },
    detail: { helpline: helplineId, date },
  };
  const moved = { ...move, date };
  const [first, ...rest] = moveShiftRows(db, helplineId, moved, clock.now(), before.changedAt);
  if (!(await writeAs(services, actor, deed, first, { rest })))
    throw new Problem("conflict", "Somebody changed this shift at the same moment. Please look at it again.");
  return next;
}
