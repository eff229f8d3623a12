// Days and slots on the funnel's own calendar. An hour that does not exist has no slot, one that comes twice has one.
import { dateOf, dayOf, weekdayOf } from "#core/civil";
import type { Slots } from "#core/funnel/funnel";
import { DAY_MS } from "#core/hours/wall";
import { clockOf, dateIn, dayIn, instantOf, wallIn } from "#core/zone-clock";

const HOUR_MS = 3_600_000;
/** A slot that nobody ran within the hour is given up: its share falls to the slots that are left. */
const SLOT_LIFE_MS = HOUR_MS;
/** Nobody plans further ahead, and slots that never come have to be noticed. */
const DAYS_AHEAD_MAX = 366;

export interface Slot {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The date on the funnel's calendar, such as 2026-11-21. */
  readonly day: string;
}

/** The first instant of a date, so many days later. */
export function startOfDay(zone: string, day: string, afterDays = 0): number {
  return instantOf(zone, dayOf(day) + afterDays);
}

/** The slots of a date, in order. */
export function slotsOf({ weekdays, hours, holidays }: Slots, zone: string, day: string): readonly Slot[] {
  const date = dayOf(day);
  if (!weekdays.includes(weekdayOf(date)) || holidays.includes(day)) return [];
  const clock = clockOf(zone);
  const sorted = [...new Set(hours)].toSorted((a, b) => a - b);
  return sorted.flatMap((hour) => {
    const at = clock(date, hour * 60);
    return wallIn(zone, at) === date * DAY_MS + hour * HOUR_MS ? [{ at, day }] : [];
  });
}

/** The slot that is to be run at `now`; null outside of all of them. */
export function slotAt(slots: Slots, zone: string, now: number): Slot | null {
  // A slot begins on the hour and lives for one: it never reaches into the next day.
  const today = slotsOf(slots, zone, dateIn(zone, now));
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
  const today = dayIn(zone, now);
  for (let days = 0; days <= DAYS_AHEAD_MAX && ahead.length < count; days += 1) {
    const day = dateOf(today + days);
    ahead.push(...slotsOf(slots, zone, day).filter(({ at }) => at > now));
  }
  return ahead.slice(0, count);
}

/** How many slots of its day are left from this one on, itself included. */
export function slotsLeft(slots: Slots, zone: string, { at, day }: Slot): number {
  return slotsOf(slots, zone, day).filter((slot) => slot.at >= at).length;
}
