// One shift on one date.
import { DAY_MS } from "../hours/wall.ts";
import { dayOf } from "../civil.ts";
import { occurrences } from "./occurrences.ts";
import type { Occurrence, Rota } from "./rota.ts";

/** The shift, or the override that added it, as it takes place on that date; null where it does not. */
export function occurrenceOn(rota: Rota, shiftId: string, date: string): Occurrence | null {
  const midnight = dayOf(date) * DAY_MS;
  const about = { ...rota, shifts: rota.shifts.filter(({ id }) => id === shiftId) };
  // No zone is a day away from UTC.
  const near = occurrences(about, midnight - DAY_MS, midnight + 2 * DAY_MS);
  return near.find((one) => one.shiftId === shiftId && one.date === date) ?? null;
}
