// When the clock of a zone shows a given time, and what it shows at an instant: of the many wall times of a rota only the
// days near a change of the clocks need more than a sum. A wall time is what a clock shows, in milliseconds as if it stood
// in UTC. A zone that this runtime does not know is read as UTC.
import { dateOf } from "./civil.ts";
import { offsetAt, offsetChange } from "./hours/offset.ts";
import { DAY_MS } from "./hours/wall.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

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
 * twice means the first. Keeps what it learns: make one per task.
 */
export function clockOf(zone: string): ZoneClock {
  const toInstant = wallReader(zone);
  return (day, minute) => toInstant(day * DAY_MS + minute * MINUTE_MS);
}

/** One minute of a day by such a clock, epoch milliseconds. */
export function instantOf(zone: string, day: number, minute = 0): number {
  return clockOf(zone)(day, minute);
}

/** One wall time by such a clock, epoch milliseconds. */
export function instantOfWall(zone: string, wall: number): number {
  return wallReader(zone)(wall);
}

function wallReader(zone: string): (wall: number) => number {
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

  return (wall) => {
    const day = Math.floor(wall / DAY_MS);
    const { before, after, changesAt } = days.get(day) ?? learn(day);
    const isAfterOnly = wall - before >= changesAt && wall - after >= changesAt;
    return wall - (isAfterOnly ? after : before);
  };
}

export function wallIn(zone: string, at: number): number {
  return at + (offsetAt(zone, at) ?? 0);
}

/** Days since 1970-01-01. */
export function dayIn(zone: string, at: number): number {
  return Math.floor(wallIn(zone, at) / DAY_MS);
}

/** Such as 2026-11-21. */
export function dateIn(zone: string, at: number): string {
  return dateOf(dayIn(zone, at));
}

/** From 0 to 23. */
export function hourIn(zone: string, at: number): number {
  const hours = Math.floor(wallIn(zone, at) / HOUR_MS);
  return ((hours % 24) + 24) % 24;
}
