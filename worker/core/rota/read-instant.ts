// A point in time as a coordinator writes it: an instant, or a date or time by the group's own clock.
import { dayOf, weekdayOf } from "../civil.ts";
import { readDate } from "../date-text.ts";
import { DAY_MS } from "../hours/wall.ts";
import { dayIn, instantOf, instantOfWall } from "../zone-clock.ts";

const WRITTEN = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?<zone>Z|[+-]\d\d:\d\d)?)?$/;

/** `2026-11-21T14:00Z`, `2026-11-21T14:00` or `2026-11-21` (its first moment); epoch milliseconds, null for anything else. */
export function readInstant(text: string, zone: string): number | null {
  const written = WRITTEN.exec(text);
  const read = written === null ? null : readDate(text);
  if (read === null) return null;
  const wall = read.at ?? dayOf(read.day) * DAY_MS;
  return written?.groups?.["zone"] === undefined ? instantOfWall(zone, wall) : wall;
}

/** When it is next that hour (0-23) of a weekday (ISO 8601: 1 is Monday), today included though it is over; epoch milliseconds. */
export function hourOfWeekday(zone: string, weekday: number, hour: number, now: number): number {
  const today = dayIn(zone, now);
  return instantOf(zone, today + ((weekday - weekdayOf(today) + 7) % 7), hour * 60);
}
