// Opening hours on the face of a clock. A wall time is what the clock shows, in milliseconds as if it stood in UTC,
// so that a day always has 24 hours here; what zones make of it is opening.ts's business.
import { WEEKDAYS } from "./hours.ts";
import type { Hours } from "./hours.ts";

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first open wall time from `wall` on, today or tomorrow; null if there is none. */
export function openingOnWall(hours: Hours, wall: number): number | null {
  const today = dayOf(wall);
  // A night window of yesterday may still be open.
  for (const day of [today - 1, today, today + 1]) {
    const starts = spansOf(hours, day).flatMap(({ from, to }) => (to > wall ? [Math.max(from, wall)] : []));
    if (starts.length > 0) return Math.min(...starts);
  }
  return null;
}

/** The first closed wall time from `wall` on, today or tomorrow; null if there is none. */
export function closingOnWall(hours: Hours, wall: number): number | null {
  const today = dayOf(wall);
  const spans = [today - 1, today, today + 1].flatMap((day) => spansOf(hours, day));
  let closed = wall;
  // Windows may overlap or follow each other without a gap, so each end has to be looked at again.
  for (let span = over(spans, closed); span !== undefined; span = over(spans, closed)) closed = span.to;
  return closed < (today + 2) * DAY_MS ? closed : null;
}

function over(spans: readonly Span[], wall: number): Span | undefined {
  return spans.find(({ from, to }) => from <= wall && wall < to);
}

/** The windows that start on that day (days since 1970-01-01). */
function spansOf(hours: Hours, day: number): readonly Span[] {
  if (isHoliday(hours, day)) return [];
  const midnight = day * DAY_MS;
  const nextMidnight = midnight + DAY_MS;
  // 1970-01-01 was a Thursday.
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? "1";
  return (hours.days[weekday] ?? []).map((window) => {
    const from = midnight + minutesOf(window.from) * MINUTE_MS;
    const to = midnight + minutesOf(window.to) * MINUTE_MS;
    if (to > from) return { from, to };
    return { from, to: isHoliday(hours, day + 1) ? nextMidnight : to + DAY_MS };
  });
}

function isHoliday({ holidays }: Hours, day: number): boolean {
  return holidays.length > 0 && holidays.includes(new Date(day * DAY_MS).toISOString().slice(0, 10));
}

function dayOf(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
