// Days and slots on the funnel's own calendar. An hour that does not exist has no slot, one that comes twice has one.
import { Temporal } from "temporal-polyfill";
import type { Slots } from "#core/funnel/funnel";

/** A slot that nobody ran within the hour is given up: its share falls to the slots that are left. */
const SLOT_LIFE_MS = 3_600_000;
/** Nobody plans further ahead, and slots that never come have to be noticed. */
const DAYS_AHEAD_MAX = 366;

export interface Slot {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The date on the funnel's calendar, such as 2026-11-21. */
  readonly day: string;
}

export function dayOf(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first instant of a date, so many days later. */
export function startOfDay(zone: string, day: string, afterDays = 0): number {
  return Temporal.PlainDate.from(day).add({ days: afterDays }).toZonedDateTime(zone).epochMilliseconds;
}

/** The slots of a date, in order. */
export function slotsOf({ weekdays, hours, holidays }: Slots, zone: string, day: string): readonly Slot[] {
  const date = Temporal.PlainDate.from(day);
  if (!weekdays.includes(date.dayOfWeek) || holidays.includes(day)) return [];
  const sorted = [...new Set(hours)].toSorted((a, b) => a - b);
  return sorted.flatMap((hour) => {
    const begins = date.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
    return begins.hour === hour ? [{ at: begins.epochMilliseconds, day }] : [];
  });
}

/** The slot that is to be run at `now`; null outside of all of them. */
export function slotAt(slots: Slots, zone: string, now: number): Slot | null {
  // A slot begins on the hour and lives for one: it never reaches into the next day.
  const today = slotsOf(slots, zone, dayOf(zone, now));
  return today.findLast(({ at }) => at <= now && now < at + SLOT_LIFE_MS) ?? null;
}

/** The first slot in which somebody who is due at `dueAt` can be begun with: the one that is open now, or the next. */
export function nextFor(slots: Slots, zone: string, now: number, dueAt: number): Slot | null {
  const open = slotAt(slots, zone, now);
  if (open !== null && dueAt <= now) return open;
  return slotsAhead(slots, zone, Math.max(now, dueAt - 1), 1)[0] ?? null;
}

/** The next slots after `now`; none where the days and hours never come. */
export function slotsAhead(slots: Slots, zone: string, now: number, count: number): readonly Slot[] {
  const ahead: Slot[] = [];
  const today = Temporal.PlainDate.from(dayOf(zone, now));
  for (let days = 0; days <= DAYS_AHEAD_MAX && ahead.length < count; days += 1) {
    const day = today.add({ days }).toString();
    ahead.push(...slotsOf(slots, zone, day).filter(({ at }) => at > now));
  }
  return ahead.slice(0, count);
}

/** How many slots of its day are left from this one on, itself included. */
export function slotsLeft(slots: Slots, zone: string, { at, day }: Slot): number {
  return slotsOf(slots, zone, day).filter((slot) => slot.at >= at).length;
}
