// When tomorrow's volunteers are reminded: once a day, by the group's own clock.
import { dateOf, minutesOf } from "../civil.ts";
import { dayIn, instantOf } from "../zone-clock.ts";

export interface Evening {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The group's next day: shifts that start on it are meant. */
  readonly date: string;
}

/** What nobody looked after for longer is history: it is not written down shift by shift. */
export const EVENINGS_MAX = 31;

/**
 * The evenings of (after, until], epoch milliseconds, oldest first, the last `EVENINGS_MAX` of them. A time that the clocks skip
 * moves forward by the gap, one that comes twice means the first: each date has one.
 */
export function eveningsIn(zone: string, time: string, after: number, until: number): readonly Evening[] {
  const found: Evening[] = [];
  const last = dayIn(zone, until);
  const first = Math.max(dayIn(zone, after), last - EVENINGS_MAX + 1);
  for (let day = first; day <= last; day += 1) {
    const evening = eveningOf(zone, time, day);
    if (evening.at > after && evening.at <= until) found.push(evening);
  }
  return found;
}

/** The first one after an instant. */
export function nextEvening(zone: string, time: string, after: number): Evening {
  const today = dayIn(zone, after);
  // A zone may skip a whole day, and move an evening past midnight.
  for (let days = -1; days <= 2; days += 1) {
    const evening = eveningOf(zone, time, today + days);
    if (evening.at > after) return evening;
  }
  throw new Error(`${zone} has no evening within two days of ${after}`);
}

function eveningOf(zone: string, time: string, day: number): Evening {
  return { at: instantOf(zone, day, minutesOf(time)), date: dateOf(day + 1) };
}
