// How far a zone's clock is from UTC, and when it is put forward or back.
import { Temporal } from "temporal-polyfill";

/** Milliseconds to add to UTC at that instant; null for a zone this runtime does not know. */
export function offsetAt(zone: string, at: number): number | null {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  } catch {
    return null;
  }
}

/** The first instant after `from`, up to and with `to`, with another offset than at `from`; null if none. At most a day apart. */
export function offsetChange(zone: string, from: number, to: number): number | null {
  const before = offsetAt(zone, from);
  if (offsetAt(zone, to) === before) return null;
  let same = from;
  let changed = to;
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(zone, middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}
