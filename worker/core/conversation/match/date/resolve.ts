// Which day a mention means, seen from today and within what the question allows.
import { addMonths, dayOf, findDay, monthDayOf, weekdayOf } from "#core/civil";
import type { Unit } from "./calendar.ts";
import type { DateMention } from "./mention.ts";

/** Days since 1970-01-01. */
export interface Frame {
  readonly today: number;
  readonly earliest: number | null;
  readonly latest: number | null;
}

/** Nobody alive was born before, and nothing is planned beyond: other years are slips. */
const DAY_MIN = dayOf("1900-01-01");
const DAY_MAX = dayOf("2100-12-31");
/** 29 February comes back after 8 years at most (1896 to 1904). */
const YEARS_APART_MAX = 8;
/** A 31st comes back after two months at most. */
const MONTHS_APART_MAX = 2;
/** Two digits mean a year from 80 years ago to 20 years ahead: the middle is 30 years ago. */
const TWO_DIGITS_MIDDLE_YEARS = 30;
const MONTHS_OF_YEAR = 12;

/** null: there is no such day. `weekday` (Monday is 1) is one said beside a date without a year, which it helps to find. */
export function resolve(mention: DateMention, frame: Frame, weekday: number | null): number | null {
  switch (mention.kind) {
    case "day":
      return resolveDay(mention, frame, weekday);
    case "day-of-month":
      return nextOf(mention.day, null, frame, null);
    case "distance":
      return sensible(later(frame.today, mention.amount, mention.unit));
    case "weekday":
      return resolveWeekday(mention, frame);
    case "dangling":
      return null;
    default:
      return mention satisfies never;
  }
}

function resolveDay(
  { years, month, day }: Extract<DateMention, { kind: "day" }>,
  frame: Frame,
  weekday: number | null,
): number | null {
  if (years.length === 0) return nextOf(day, month, frame, weekday);
  const dates = years.flatMap((year) => sensible(findDay({ year, month, day })) ?? []);
  const middle = addMonths(frame.today, -TWO_DIGITS_MIDDLE_YEARS * MONTHS_OF_YEAR);
  return nearest(allowed(dates, frame), middle);
}

/** The coming one; the last one where only the past is allowed. `month` null: whichever comes next with such a day. */
function nextOf(day: number, month: number | null, frame: Frame, weekday: number | null): number | null {
  const { today } = frame;
  const { year } = monthDayOf(today);
  const dates =
    month === null
      ? around(MONTHS_APART_MAX).flatMap((apart) => {
          return findDay({ ...monthDayOf(addMonths(today, apart)), day }) ?? [];
        })
      : around(YEARS_APART_MAX).flatMap((apart) => findDay({ year: year + apart, month, day }) ?? []);
  return upcoming(allowed(agreeing(dates, today, weekday), frame), frame);
}

function around(apartMax: number): number[] {
  return Array.from({ length: 2 * apartMax + 1 }, (_, index) => index - apartMax);
}

/** "Friday 3 March" may be the last or the next 3 March, whichever is a Friday; further away it would be a coincidence. */
function agreeing(days: readonly number[], today: number, weekday: number | null): readonly number[] {
  const [earliest, latest] = [addMonths(today, -MONTHS_OF_YEAR), addMonths(today, MONTHS_OF_YEAR)];
  const near = days.filter((day) => weekdayOf(day) === weekday && earliest <= day && day <= latest);
  return near.length > 0 ? near : days;
}

function resolveWeekday(
  { weekday, which }: Extract<DateMention, { kind: "weekday" }>,
  { today, latest }: Frame,
): number {
  const monday = today - (weekdayOf(today) - 1);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const next = today + (ahead === 0 ? 7 : ahead);
  const last = next - (ahead === 0 ? 14 : 7);
  switch (which) {
    case "this":
      return today + ahead;
    case "week-later":
      return next + 7;
    case "next-week":
      return monday + 7 + weekday - 1;
    case "last-week":
      return monday - 7 + weekday - 1;
    case "last":
      return last;
    case "near":
      return latest !== null && latest <= today ? last : next;
    default:
      return which satisfies never;
  }
}

/** Those within the limits; all of them where none is, so that the person hears which limit it was. */
function allowed(days: readonly number[], { earliest, latest }: Frame): readonly number[] {
  const within = days.filter((day) => (earliest ?? day) <= day && day <= (latest ?? day));
  return within.length > 0 ? within : days;
}

function upcoming(days: readonly number[], { today }: Frame): number | null {
  return days.find((day) => day >= today) ?? days.at(-1) ?? null;
}

function nearest(days: readonly number[], to: number): number | null {
  return days.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? null;
}

function later(from: number, amount: number, unit: Unit): number {
  switch (unit) {
    case "days":
      return from + amount;
    case "weeks":
      return from + amount * 7;
    case "months":
      return addMonths(from, amount);
    case "years":
      return addMonths(from, amount * MONTHS_OF_YEAR);
    default:
      return unit satisfies never;
  }
}

function sensible(day: number | null): number | null {
  return day !== null && DAY_MIN <= day && day <= DAY_MAX ? day : null;
}
