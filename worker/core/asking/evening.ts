// When tomorrow's volunteers are reminded: once a day, by the group's own clock.
import { Temporal } from "temporal-polyfill";

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
 * moves forward by the gap, one that comes twice means the first (Temporal's `compatible`): each date has one.
 */
export function eveningsIn(zone: string, time: string, after: number, until: number): readonly Evening[] {
  const found: Evening[] = [];
  const last = dateIn(zone, until);
  const floor = last.subtract({ days: EVENINGS_MAX - 1 });
  const first = dateIn(zone, after);
  let day = Temporal.PlainDate.compare(first, floor) < 0 ? floor : first;
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const evening = eveningOf(zone, time, day);
    if (evening.at > after && evening.at <= until) found.push(evening);
  }
  return found;
}

/** The first one after an instant. */
export function nextEvening(zone: string, time: string, after: number): Evening {
  const today = dateIn(zone, after);
  // A zone may skip a whole day, and move an evening past midnight.
  for (let days = -1; days <= 2; days += 1) {
    const evening = eveningOf(zone, time, today.add({ days }));
    if (evening.at > after) return evening;
  }
  throw new Error(`${zone} has no evening within two days of ${after}`);
}

function eveningOf(timeZone: string, time: string, day: Temporal.PlainDate): Evening {
  const plainTime = Temporal.PlainTime.from(time);
  return {
    at: day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds,
    date: day.add({ days: 1 }).toString(),
  };
}

function dateIn(zone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}
