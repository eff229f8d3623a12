// A day on the line's calendar, in which its caps are counted.
import { dateOf } from "#core/civil";
import { dayIn, instantOf } from "#core/zone-clock";

export interface LineDay {
  /** As in 2026-11-21. */
  readonly date: string;
  /** When the next one begins, epoch milliseconds. */
  readonly endsAt: number;
}

/** The day it is in a zone at an instant; days of 23 and 25 hours are as long as they are. */
export function lineDay(zone: string, at: number): LineDay {
  const day = dayIn(zone, at);
  return { date: dateOf(day), endsAt: instantOf(zone, day + 1) };
}
