// Who is on, worked out the slow way for one minute at a time: every shift of every nearby date, by Temporal alone, sharing
// nothing with the product.
import { Temporal } from "temporal-polyfill";
import type { Override, Rota } from "#core/rota/rota";

/** Volunteers' ids at each minute from `from` on (epoch milliseconds). */
export function readMinutes(rota: Rota, from: number, minutes: number): readonly (readonly string[])[] {
  const shifts = nearbyShifts(rota, from, minutes);
  return Array.from({ length: minutes }, (_, minute) => {
    const at = from + minute * 60_000;
    const people = shifts
      .filter((shift) => shift.starts <= at && at < shift.ends)
      .flatMap(({ people }) => people);
    return people.filter((one, index) => people.indexOf(one) === index);
  });
}

function nearbyShifts(rota: Rota, from: number, minutes: number) {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(rota.zone).toPlainDate();
  const days = Array.from({ length: Math.ceil(minutes / 1440) + 5 }, (_, index) =>
    first.add({ days: index - 3 }),
  );
  return days
    .flatMap((day) => shiftsOf(rota, day))
    .sort((a, b) => a.starts - b.starts || (a.id < b.id ? -1 : 1));
}

function shiftsOf(rota: Rota, day: Temporal.PlainDate) {
  const date = day.toString();
  const changes = rota.overrides
    .filter((change) => change.date === date)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at - b.at));
  const isHoliday = rota.holidays.some((holiday) => holiday.date === date);
  const weekly = rota.shifts
    .filter((shift) => !isHoliday && shift.weekday === day.dayOfWeek)
    .filter(({ validFrom, validUntil }) => date >= (validFrom ?? "") && date <= (validUntil ?? "9999"))
    .map((shift) => {
      const queue = [...shift.volunteers];
      const begun = Temporal.PlainDate.from(shift.validFrom ?? "1970-01-05");
      const weeks = shift.order === "turns" ? Math.floor(begun.until(day).days / 7) : 0;
      for (let week = 0; week < weeks; week += 1) queue.push(...queue.splice(0, 1));
      return { ...shift, volunteers: queue };
    });
  const added = changes.flatMap((change) => (change.kind === "add" ? [change] : []));
  return [...weekly, ...added].flatMap((shift) => {
    const people = playChanges(shift.volunteers, changes, shift.id);
    const ends = at(rota, shift.to, shift.to > shift.from ? day : day.add({ days: 1 }));
    return people === null ? [] : [{ id: shift.id, starts: at(rota, shift.from, day), ends, people }];
  });
}

function at({ zone }: Rota, time: string, day: Temporal.PlainDate): number {
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** Everybody, with empty places as question marks. */
function playChanges(volunteers: readonly string[], changes: readonly Override[], shiftId: string) {
  let places: string[] | null = volunteers.length === 0 ? ["?"] : [...volunteers];
  for (const change of changes) {
    if (change.kind === "add" || change.shiftId !== shiftId) continue;
    if (change.kind === "remove") places = null;
    if (change.kind === "replace") places = change.volunteers.length === 0 ? ["?"] : [...change.volunteers];
    if (change.kind !== "swap" || places === null) continue;
    const index = places.indexOf(change.from ?? "?");
    const isThere = change.to !== null && places.includes(change.to);
    if (index !== -1 && !isThere) places[index] = change.to ?? "?";
    if (index !== -1 && isThere && change.from !== null) places.splice(index, 1);
  }
  return places && places.filter((place) => place !== "?");
}
