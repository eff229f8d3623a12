// Where what was ends and what is to come begins.
import { Temporal } from "temporal-polyfill";
import { dateOf, dayOf } from "./civil.ts";

/** The last date on which something that starts at `from` has begun by now (epoch milliseconds), by a zone's clock. */
export function lastBegun(zone: string, now: number): (shift: { readonly from: string }) => string {
  const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const [today, time] = [clock.toPlainDate().toString(), clock.toPlainTime().toString().slice(0, 5)];
  const yesterday = dateOf(dayOf(today) - 1);
  return ({ from }) => (from <= time ? today : yesterday);
}
