// Where what was ends and what is to come begins.
import { dateOf, minutesOf } from "../civil.ts";
import { clockOf, dayIn } from "../zone-clock.ts";

/** The last date on which something that starts at `from` has begun by now (epoch milliseconds), by a zone's clock. */
export function lastBegun(zone: string, now: number): (shift: { readonly from: string }) => string {
  const clock = clockOf(zone);
  const day = dayIn(zone, now);
  return ({ from }) => dateOf(clock(day, minutesOf(from)) <= now ? day : day - 1);
}
