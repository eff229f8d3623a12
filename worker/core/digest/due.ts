// When a digest is due and what it is about: whole days by the clock of who gets it, each of them told once.
import { Temporal } from "temporal-polyfill";
import { offsetChange } from "../hours/offset.ts";
import type { Span } from "../rota/spans.ts";
import type { DigestConfig } from "./config.ts";

export type Schedule = Pick<DigestConfig, "period" | "weekday" | "at" | "zone">;

/** What a digest is about, epoch milliseconds. */
export interface Due extends Span {
  /** When it was to come. */
  readonly dueAt: number;
}

/** After an outage one e-mail tells everything that was not told, but no more than this many days: older days are history. */
export const CATCH_UP_DAYS_MAX = 14;
/** A weekday comes again after seven days, and a zone may skip one altogether (Samoa, 30 December 2011). */
const DAYS_BACK = 15;

/** What is to be told now, all of it in one e-mail; null while there is nothing. */
export function findDue(schedule: Schedule, toldUntil: number, now: number): Due | null {
  const last = lastDue(schedule, now);
  if (last.endsAt <= toldUntil) return null;
  const { zone } = schedule;
  const floor = midnight(zone, dateIn(zone, last.endsAt).subtract({ days: CATCH_UP_DAYS_MAX }));
  return { ...last, startsAt: Math.max(toldUntil, floor) };
}

/** The newest one that has come due: the day, or the week, before it. */
export function lastDue(schedule: Schedule, now: number): Due {
  const today = dateIn(schedule.zone, now);
  // The digest of tomorrow's date may have come already, where a zone skips a day.
  for (let days = 1; days >= -DAYS_BACK; days -= 1) {
    const due = dueOn(schedule, today.add({ days }));
    if (due !== null && due.dueAt <= now) return due;
  }
  throw new Error(`${schedule.zone} has no digest in the fortnight before ${now}`);
}

/** When the next one comes that tells something new; the past where it is late. */
export function nextDueAt(schedule: Schedule, toldUntil: number, now: number): number {
  const late = findDue(schedule, toldUntil, now);
  if (late !== null) return late.dueAt;
  const today = dateIn(schedule.zone, Math.max(now, toldUntil));
  for (let days = -1; days <= DAYS_BACK; days += 1) {
    const due = dueOn(schedule, today.add({ days }));
    if (due !== null && due.dueAt > now && due.endsAt > toldUntil) return due.dueAt;
  }
  throw new Error(`${schedule.zone} has no digest in the fortnight after ${now}`);
}

/** The digest that comes on a date; null where none does. */
function dueOn({ period, weekday, at, zone }: Schedule, date: Temporal.PlainDate): Due | null {
  if (period === "weekly" && date.dayOfWeek !== weekday) return null;
  const startsAt = midnight(zone, date.subtract({ days: period === "weekly" ? 7 : 1 }));
  const endsAt = midnight(zone, date);
  return startsAt < endsAt ? { startsAt, endsAt, dueAt: instantOf(zone, date, at) } : null;
}

/** A time that the clocks skip is the first instant after; one that comes twice means the first. */
function instantOf(timeZone: string, date: Temporal.PlainDate, time: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  const wall = date.toPlainDateTime(plainTime);
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  const from = earlier.epochMilliseconds;
  if (earlier.toPlainDateTime().equals(wall)) return from;
  return offsetChange(timeZone, from, later.epochMilliseconds) ?? later.epochMilliseconds;
}

/** The first instant of a date. */
function midnight(zone: string, date: Temporal.PlainDate): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}

export function dateIn(zone: string, at: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}

/** As many days right before, to compare with. */
export function spanBefore(zone: string, { startsAt, endsAt }: Span): Span {
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.fromEpochMilliseconds(endsAt).toZonedDateTimeISO(zone);
  const days = Math.max(
    1,
    Math.round(start.until(end, { largestUnit: "day" }).total({ unit: "day", relativeTo: start })),
  );
  return { startsAt: start.subtract({ days }).epochMilliseconds, endsAt: startsAt };
}

/** The first instant of the day that comes so many days after this instant's. */
export function midnightAfter(zone: string, at: number, days: number): number {
  return midnight(zone, dateIn(zone, at).add({ days }));
}

/** Whole dates, both included. */
export function spanOfDates(zone: string, first: string, last: string): Span {
  const end = Temporal.PlainDate.from(last).add({ days: 1 });
  return { startsAt: midnight(zone, Temporal.PlainDate.from(first)), endsAt: midnight(zone, end) };
}
