// A weekly shift at another time from a date on, while the weeks before stay what they were.
import { dateOf, dayOf, weekdayOf } from "../civil.ts";
import { inTurn, turnOf } from "./planned.ts";
import type { Shift } from "./rota.ts";

export interface Moved {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export interface Move {
  /** What it was until then, under an id of its own; null where no week comes before. */
  readonly past: Shift | null;
  /** What it is from then on: it keeps the id, so that what was agreed about its dates holds. */
  readonly next: Shift;
  /** By how many days later each of its dates is. */
  readonly days: number;
}

/** Null unless it is planned to start on `date`. */
export function moveShift(shift: Shift, date: string, moved: Moved, pastId: string): Move | null {
  const { validFrom, validUntil } = shift;
  const day = dayOf(date);
  const isPlanned =
    shift.weekday === weekdayOf(day) &&
    (validFrom === null || validFrom <= date) &&
    (validUntil === null || date <= validUntil);
  if (!isPlanned) return null;
  const days = dayOf(moved.date) - day;
  const later = (when: string) => dateOf(dayOf(when) + days);
  const isFirst = validFrom !== null && day - dayOf(validFrom) < 7;
  const next: Shift = {
    ...shift,
    weekday: weekdayOf(day + days),
    from: moved.from,
    to: moved.to,
    // Turns are counted anew from the first date: whoever is first in that week stays so.
    volunteers: isFirst ? shift.volunteers : inTurn(shift, turnOf(shift, day)),
    validFrom: isFirst ? later(validFrom) : moved.date,
    validUntil: validUntil === null ? null : later(validUntil),
  };
  return { past: isFirst ? null : { ...shift, id: pastId, validUntil: dateOf(day - 1) }, next, days };
}
