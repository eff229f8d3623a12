// Dates and times of day as numbers: days since 1970-01-01 and minutes since midnight, in no zone.
import { DAY_MS } from "../hours/wall.ts";

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
