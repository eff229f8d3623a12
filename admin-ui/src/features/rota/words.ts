// Dates, times and durations of a rota in words.
import { offsetAt } from "#core/hours/offset";
import type { Week } from "./week.ts";

const UTC = { timeZone: "UTC" } as const;
const dayMonth = new Intl.DateTimeFormat("en-GB", { ...UTC, day: "numeric", month: "short" });
const dayMonthYear = new Intl.DateTimeFormat("en-GB", {
  ...UTC,
  day: "numeric",
  month: "short",
  year: "numeric",
});
const longDay = new Intl.DateTimeFormat("en-GB", { ...UTC, weekday: "long", day: "numeric", month: "long" });
const shortDay = new Intl.DateTimeFormat("en-GB", {
  ...UTC,
  weekday: "short",
  day: "numeric",
  month: "short",
});

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** ISO 8601: 1 is Monday. */
export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? "";
}

const at = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** 23-29 Nov 2026. */
export function rangeWords({ days }: Week): string {
  const [first, last] = [days[0]?.date ?? "", days.at(-1)?.date ?? ""];
  return dayMonthYear.formatRange(at(first), at(last));
}

/** Monday 23 November. */
export function dateWords(date: string): string {
  return longDay.format(at(date));
}

/** Mon, 23 Nov. */
export function shortDateWords(date: string): string {
  return shortDay.format(at(date));
}

/** 23 Nov. */
export function dayMonthWords(date: string): string {
  return dayMonth.format(at(date));
}

/** "Times in London, 5 hours behind yours"; the difference at that instant. */
export function zoneWords(zone: string, now: number): string {
  const place = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  const here = -new Date(now).getTimezoneOffset();
  const there = (offsetAt(zone, now) ?? 0) / 60_000;
  const minutes = there - here;
  if (minutes === 0) return `Times in ${place}`;
  const hours = Math.abs(minutes) / 60;
  return `Times in ${place}, ${hours} ${hours === 1 ? "hour" : "hours"} ${minutes > 0 ? "ahead of" : "behind"} yours`;
}

/** 135 as 2 h 15 min. */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
