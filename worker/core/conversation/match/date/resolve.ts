// Which day a mention means, seen from today and within what the question allows.
import { Temporal } from "temporal-polyfill";
import type { DateMention } from "./mention.ts";

type PlainDate = Temporal.PlainDate;

export interface Frame {
  readonly today: PlainDate;
  readonly earliest: PlainDate | null;
  readonly latest: PlainDate | null;
}

/** Nobody alive was born before, and nothing is planned beyond: other years are slips. */
const YEAR_MIN = 1900;
const YEAR_MAX = 2100;
/** 29 February comes back after 8 years at most (1896 to 1904). */
const YEARS_APART_MAX = 8;
/** A 31st comes back after two months at most. */
const MONTHS_APART_MAX = 2;
/** Two digits mean a year from 80 years ago to 20 years ahead: the middle is 30 years ago. */
const TWO_DIGITS_MIDDLE_YEARS = 30;

/** null: there is no such day. `weekday` (Monday is 1) is one said beside a date without a year, which it helps to find. */
export function resolve(mention: DateMention, frame: Frame, weekday: number | null): PlainDate | null {
  switch (mention.kind) {
    case "day":
      return resolveDay(mention, frame, weekday);
    case "day-of-month":
      return nextOf(mention.day, null, frame, null);
    case "distance":
      return sensible(frame.today.add({ [mention.unit]: mention.amount }));
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
): PlainDate | null {
  if (years.length === 0) return nextOf(day, month, frame, weekday);
  const dates = years.flatMap((year) => sensible(dateOf(year, month, day)) ?? []);
  return nearest(allowed(dates, frame), frame.today.subtract({ years: TWO_DIGITS_MIDDLE_YEARS }));
}

/** The coming one; the last one where only the past is allowed. `month` null: whichever comes next with such a day. */
function nextOf(day: number, month: number | null, frame: Frame, weekday: number | null): PlainDate | null {
  const { today } = frame;
  const dates =
    month === null
      ? around(MONTHS_APART_MAX).flatMap((apart) => {
          const { year, month } = today.toPlainYearMonth().add({ months: apart });
          return dateOf(year, month, day) ?? [];
        })
      : around(YEARS_APART_MAX).flatMap((apart) => dateOf(today.year + apart, month, day) ?? []);
  return upcoming(allowed(agreeing(dates, today, weekday), frame), frame);
}

function around(apartMax: number): number[] {
  return Array.from({ length: 2 * apartMax + 1 }, (_, index) => index - apartMax);
}

/** "Friday 3 March" may be the last or the next 3 March, whichever is a Friday; further away it would be a coincidence. */
function agreeing(
  dates: readonly PlainDate[],
  today: PlainDate,
  weekday: number | null,
): readonly PlainDate[] {
  const near = dates.filter(
    (date) =>
      date.dayOfWeek === weekday &&
      Temporal.PlainDate.compare(date, today.subtract({ years: 1 })) >= 0 &&
      Temporal.PlainDate.compare(date, today.add({ years: 1 })) <= 0,
  );
  return near.length > 0 ? near : dates;
}

function resolveWeekday(
  { weekday, which }: Extract<DateMention, { kind: "weekday" }>,
  { today, latest }: Frame,
): PlainDate {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const ahead = (weekday - today.dayOfWeek + 7) % 7;
  const next = today.add({ days: ahead === 0 ? 7 : ahead });
  const last = today.subtract({ days: ahead === 0 ? 7 : 7 - ahead });
  switch (which) {
    case "this":
      return today.add({ days: ahead });
    case "week-later":
      return next.add({ days: 7 });
    case "next-week":
      return monday.add({ days: 7 + weekday - 1 });
    case "last-week":
      return monday.add({ days: weekday - 1 - 7 });
    case "last":
      return last;
    case "near":
      return latest !== null && Temporal.PlainDate.compare(latest, today) <= 0 ? last : next;
    default:
      return which satisfies never;
  }
}

/** Those within the limits; all of them where none is, so that the person hears which limit it was. */
function allowed(dates: readonly PlainDate[], { earliest, latest }: Frame): readonly PlainDate[] {
  const within = dates.filter(
    (date) =>
      (earliest === null || Temporal.PlainDate.compare(date, earliest) >= 0) &&
      (latest === null || Temporal.PlainDate.compare(date, latest) <= 0),
  );
  return within.length > 0 ? within : dates;
}

function upcoming(dates: readonly PlainDate[], { today }: Frame): PlainDate | null {
  return dates.find((date) => Temporal.PlainDate.compare(date, today) >= 0) ?? dates.at(-1) ?? null;
}

function nearest(dates: readonly PlainDate[], to: PlainDate): PlainDate | null {
  const distance = (date: PlainDate) => Math.abs(to.until(date, { largestUnit: "days" }).days);
  return [...dates].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function dateOf(year: number, month: number, day: number): PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function sensible(date: PlainDate | null): PlainDate | null {
  return date !== null && date.year >= YEAR_MIN && date.year <= YEAR_MAX ? date : null;
}
