// Where what was ends and what is to come begins.
import { Temporal } from "temporal-polyfill";
import { dateOf, dayOf, minutesOf } from "./civil.ts";
import { clockOf } from "./zone-clock.ts";

/** The last date on which something that starts at `from` has begun by now (epoch milliseconds), by a zone's clock. */
export function lastBegun(zone: string, now: number): (shift: { readonly from: string }) => string {
  const clock = clockOf(zone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const day = dayOf(today.toString());
  return ({ from }) => dateOf(clock(day, minutesOf(from)) <= now ? day : day - 1);
}
