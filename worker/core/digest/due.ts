// When a digest is due and what it is about: whole days by the clock of who gets it, each of them told once.
import { dayOf, minutesOf, weekdayOf } from "../civil.ts";
import { offsetChange } from "../hours/offset.ts";
import { DAY_MS } from "../hours/wall.ts";
import type { Span } from "../rota/spans.ts";
import { dayIn, instantOf, instantOfWall, wallIn } from "../zone-clock.ts";
import type { DigestConfig } from "./config.ts";
import { countDays } from "./say.ts";

export type Schedule = Pick<DigestConfig, "period" | "weekday" | "at" | "zone">;

/** What a digest is about, epoch milliseconds. */
export interface Due extends Span {
  /** When it was to come. */
  readonly dueAt: number;
}

/** After an outage one e-mail tells everything that was not told, but no more than this many days: older days are history. */
export const CATCH_UP_DAYS_MAX = 14;
const MINUTE_MS = 60_000;
/** A weekday comes again after seven days, and a zone may skip one altogether (Samoa, 30 December 2011). */
const DAYS_BACK = 15;

/** What is to be told now, all of it in one e-mail; null while there is nothing. */
export function findDue(schedule: Schedule, toldUntil: number, now: number): Due | null {
  const last = lastDue(schedule, now);
  if (last.endsAt <= toldUntil) return null;
  const { zone } = schedule;
  const floor = instantOf(zone, dayIn(zone, last.endsAt) - CATCH_UP_DAYS_MAX);
  return { ...last, startsAt: Math.max(toldUntil, floor) };
}

/** The newest one that has come due: the day, or the week, before it. */
export function lastDue(schedule: Schedule, now: number): Due {
  const today = dayIn(schedule.zone, now);
  // The digest of tomorrow's date may have come already, where a zone skips a day.
  for (let days = 1; days >= -DAYS_BACK; days -= 1) {
    const due = dueOn(schedule, today + days);
    if (due !== null && due.dueAt <= now) return due;
  }
  throw new Error(`${schedule.zone} has no digest in the fortnight before ${now}`);
}

/** When the next one comes that tells something new; the past where it is late. */
export function nextDueAt(schedule: Schedule, toldUntil: number, now: number): number {
  const late = findDue(schedule, toldUntil, now);
  if (late !== null) return late.dueAt;
  const today = dayIn(schedule.zone, Math.max(now, toldUntil));
  for (let days = -1; days <= DAYS_BACK; days += 1) {
    const due = dueOn(schedule, today + days);
    if (due !== null && due.dueAt > now && due.endsAt > toldUntil) return due.dueAt;
  }
  throw new Error(`${schedule.zone} has no digest in the fortnight after ${now}`);
}

/** The digest that comes on a day (since 1970-01-01); null where none does. */
function dueOn({ period, weekday, at, zone }: Schedule, day: number): Due | null {
  if (period === "weekly" && weekdayOf(day) !== weekday) return null;
  const startsAt = instantOf(zone, day - (period === "weekly" ? 7 : 1));
  const endsAt = instantOf(zone, day);
  return startsAt < endsAt ? { startsAt, endsAt, dueAt: firstInstantOf(zone, day, at) } : null;
}

/** A time that the clocks skip is the first instant after; one that comes twice means the first. */
function firstInstantOf(zone: string, day: number, time: string): number {
  const at = instantOf(zone, day, minutesOf(time));
  const isSkipped = wallIn(zone, at) !== day * DAY_MS + minutesOf(time) * MINUTE_MS;
  return (isSkipped ? offsetChange(zone, at - DAY_MS, at) : null) ?? at;
}

/** As many days right before, to compare with. */
export function spanBefore(zone: string, { startsAt, endsAt }: Span): Span {
  const days = countDays({ startsAt, endsAt });
  return { startsAt: instantOfWall(zone, wallIn(zone, startsAt) - days * DAY_MS), endsAt: startsAt };
}

/** The first instant of the day that comes so many days after this instant's. */
export function midnightAfter(zone: string, at: number, days: number): number {
  return instantOf(zone, dayIn(zone, at) + days);
}

/** Whole dates, both included. */
export function spanOfDates(zone: string, first: string, last: string): Span {
  return { startsAt: instantOf(zone, dayOf(first)), endsAt: instantOf(zone, dayOf(last) + 1) };
}
