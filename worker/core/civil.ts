// Dates and times of day as numbers: days since 1970-01-01 and minutes since midnight, in no zone.
import { DAY_MS } from "./hours/wall.ts";

/** 2026-11-21 as days since 1970-01-01. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO 8601: 1 is Monday, 7 Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** 09:30 as minutes since midnight. */
export function minutesOf(time: string): number {
  return (digit(time, 0) * 10 + digit(time, 1)) * 60 + digit(time, 3) * 10 + digit(time, 4);
}

/** Without making a text of it: a rota has thousands of times. */
function digit(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}

/** Months count from 1. */
export interface MonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function monthDayOf(day: number): MonthDay {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Null for a day that does not exist, such as 31 February, and before the year 100. */
export function findDay({ year, month, day }: MonthDay): number | null {
  const found = Date.UTC(year, month - 1, day) / DAY_MS;
  const there = monthDayOf(found);
  return there.year === year && there.month === month && there.day === day ? found : null;
}

/** As many months later; a day that the month does not have is its last. */
export function addMonths(from: number, months: number): number {
  const { year, month, day } = monthDayOf(from);
  const first = Date.UTC(year, month - 1 + months, 1) / DAY_MS;
  const next = Date.UTC(year, month + months, 1) / DAY_MS;
  return Math.min(first + day, next) - 1;
}
