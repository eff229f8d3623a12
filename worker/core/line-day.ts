// A day on the line's calendar, in which its caps are counted.
import { Temporal } from "temporal-polyfill";

export interface LineDay {
  /** As in 2026-11-21. */
  readonly date: string;
  /** When the next one begins, epoch milliseconds. */
  readonly endsAt: number;
}

/** The day it is in a zone at an instant; days of 23 and 25 hours are as long as they are. */
export function lineDay(zone: string, at: number): LineDay {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const date = local.toPlainDate();
  return { date: date.toString(), endsAt: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
}
