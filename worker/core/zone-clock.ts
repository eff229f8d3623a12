// When the clock of a zone shows a given time, and which day it shows: of the many wall times of a rota only the days near
// a change of the clocks need more than a sum.
import { dateOf } from "./civil.ts";
import { offsetAt, offsetChange } from "./hours/offset.ts";
import { DAY_MS } from "./hours/wall.ts";

const MINUTE_MS = 60_000;

/** Epoch milliseconds of a minute of a day (days since 1970-01-01); the minute may lie beyond its midnight. */
export type ZoneClock = (day: number, minute: number) => number;

interface DayOffsets {
  readonly before: number;
  readonly after: number;
  /** The first instant with the offset `after`. */
  readonly changesAt: number;
}

/**
 * As Temporal's `compatible` and RFC 5545 have it: a time that does not exist moves forward by the gap, one that comes
 * twice means the first. A zone that this runtime does not know is read as UTC. Keeps what it learns: make one per task.
 */
export function clockOf(zone: string): ZoneClock {
  const midnights = new Map<number, number>();
  const days = new Map<number, DayOffsets>();

  const atMidnight = (day: number) => {
    const offset = midnights.get(day) ?? offsetAt(zone, day * DAY_MS) ?? 0;
    midnights.set(day, offset);
    return offset;
  };
  // No zone is a day away from UTC, so a day's wall times lie between these two midnights.
  const learn = (day: number): DayOffsets => {
    const [before, after] = [atMidnight(day - 1), atMidnight(day + 2)];
    const change = before === after ? null : offsetChange(zone, (day - 1) * DAY_MS, (day + 2) * DAY_MS);
    const offsets = { before, after, changesAt: change ?? Infinity };
    days.set(day, offsets);
    return offsets;
  };

  return (startDay, startMinute) => {
    const day = startDay + Math.floor(startMinute / 1440);
    const wall = startDay * DAY_MS + startMinute * MINUTE_MS;
    const { before, after, changesAt } = days.get(day) ?? learn(day);
    const isAfterOnly = wall - before >= changesAt && wall - after >= changesAt;
    return wall - (isAfterOnly ? after : before);
  };
}

/** When the clock of a zone shows a minute of a day, as above. Epoch milliseconds. */
export function instantOf(zone: string, day: number, minute = 0): number {
  return clockOf(zone)(day, minute);
}

/** The date it is in a zone at an instant, such as 2026-11-21. */
export function dateIn(zone: string, at: number): string {
  return dateOf(dayIn(zone, at));
}

/** The day (since 1970-01-01) it is in a zone at an instant; by UTC in one that this runtime does not know. */
export function dayIn(zone: string, at: number): number {
  return Math.floor((at + (offsetAt(zone, at) ?? 0)) / DAY_MS);
}
