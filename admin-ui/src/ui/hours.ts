// Opening hours as a form changes them, window by window.
import type { Hours } from "#core/hours";

export type Weekday = keyof Hours["days"];
export interface Span {
  readonly from: string;
  readonly to: string;
}

export const DAYS = [
  ["1", "Monday"],
  ["2", "Tuesday"],
  ["3", "Wednesday"],
  ["4", "Thursday"],
  ["5", "Friday"],
  ["6", "Saturday"],
  ["7", "Sunday"],
] as const satisfies readonly (readonly [Weekday, string])[];

/** No one reads more a day, and the API takes no more. */
export const SPANS_MAX = 6;

const ALL_DAY = [{ from: "08:00", to: "21:00" }];

/** What hours begin with that somebody turns on: every day from eight to nine in the evening. */
export const DAYTIME: Hours = {
  days: { "1": ALL_DAY, "2": ALL_DAY, "3": ALL_DAY, "4": ALL_DAY, "5": ALL_DAY, "6": ALL_DAY, "7": ALL_DAY },
  holidays: [],
};

export function spansOf({ days }: Hours, day: Weekday): readonly Span[] {
  return days[day] ?? [];
}

export function setSpans(hours: Hours, day: Weekday, spans: readonly Span[]): Hours {
  return { ...hours, days: { ...hours.days, [day]: spans.map((span) => ({ ...span })) } };
}

export function setSpan(hours: Hours, day: Weekday, place: number, change: Partial<Span>): Hours {
  return setSpans(
    hours,
    day,
    spansOf(hours, day).map((span, index) => (index === place ? { ...span, ...change } : span)),
  );
}

/** The day's first span, or one after its last; the first of a day that is closed is like the day's before. */
export function addSpan(hours: Hours, day: Weekday): Hours {
  const spans = spansOf(hours, day);
  const before = DAYS.findLast(([other]) => other < day && spansOf(hours, other).length > 0);
  const first = before === undefined ? ALL_DAY : spansOf(hours, before[0]);
  return setSpans(hours, day, spans.length === 0 ? first : [...spans, { from: "22:00", to: "23:00" }]);
}

/** "9" is 09:00, "930" 09:30 and "24" the end of the day; null for what is no time. `isEnd`: 24:00 is one. */
export function readTime(typed: string, isEnd: boolean): string | null {
  const { hour, minute = "00" } =
    /^(?<hour>\d{1,2})(?:[:.h ]?(?<minute>\d{2}))?$/.exec(typed.trim())?.groups ?? {};
  if (hour === undefined) return null;
  const time = `${hour.padStart(2, "0")}:${minute}`;
  if (isEnd && time === "24:00") return time;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}
