// A point in time as a coordinator writes it: an instant, or a date or time by the group's own clock.
import { Temporal } from "temporal-polyfill";

/** `2026-11-21T14:00Z`, `2026-11-21T14:00` or `2026-11-21` (its first moment); epoch milliseconds, null for anything else. */
export function readInstant(text: string, zone: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.test(text)) return null;
  try {
    if (/(Z|[+-]\d\d:\d\d)$/.test(text) && text.includes("T"))
      return Temporal.Instant.from(text).epochMilliseconds;
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** When it is next that hour (0-23) of a weekday (ISO 8601: 1 is Monday), today included though it is over; epoch milliseconds. */
export function hourOfWeekday(zone: string, weekday: number, hour: number, now: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  return today
    .add({ days: (weekday - today.dayOfWeek + 7) % 7 })
    .toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(hour) }).epochMilliseconds;
}
