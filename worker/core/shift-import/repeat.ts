// A rule that repeats every week, or every day of it, as first and last dates by weekday; other rules are no shifts.
import { readTime } from "../calendar/file-time.ts";
import type { Rule } from "../calendar/rule.ts";
import { DAY_MS } from "../hours/wall.ts";
import { weekdayOf } from "../civil.ts";

export interface Repeat {
  /** Wall times of its first and last start, in the event's zone; null where it never ends. */
  readonly first: number;
  readonly last: number | null;
}

const WEEK_MS = 7 * DAY_MS;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** One for each weekday, in order of their first starts; or why a shift cannot say it. `ahead` is the zone's offset then. */
export function readRepeats(
  rule: Rule,
  start: number,
  ahead: (instant: number) => number,
): readonly Repeat[] | string {
  const { frequency, interval, count, until, days, months, monthDays, others } = rule;
  if (frequency !== "WEEKLY" && frequency !== "DAILY")
    return `it repeats ${frequency.toLowerCase()}: shifts are weekly`;
  if (interval !== 1)
    return `it repeats every ${interval} ${frequency === "DAILY" ? "days" : "weeks"}: shifts repeat every week`;
  if (months.length + monthDays.length + others.length > 0 || days.some(({ place }) => place !== 0))
    return "it repeats by a rule that is more than weekdays";
  const end = until === null ? null : endOf(until, ahead);
  if (end !== null && Number.isNaN(end)) return "the end of its rule is no date";

  const today = weekdayOf(Math.floor(start / DAY_MS));
  const unsaid = frequency === "DAILY" ? EVERY_DAY : [today];
  const weekdays = days.length === 0 ? unsaid : [...new Set(days.map(({ weekday }) => weekday))];
  const firsts = weekdays
    .map((weekday) => start + ((weekday - today + 7) % 7) * DAY_MS)
    .sort((a, b) => a - b);
  const repeats = firsts.flatMap((first, index): Repeat[] => {
    // The starts of all weekdays are counted together.
    const times = count === null ? null : Math.ceil((count - index) / firsts.length);
    const weeks = times !== null ? times - 1 : end !== null ? Math.floor((end - first) / WEEK_MS) : null;
    if (weeks === null) return [{ first, last: null }];
    return weeks < 0 ? [] : [{ first, last: first + weeks * WEEK_MS }];
  });
  return repeats.length === 0 ? "its rule ends before it begins" : repeats;
}

/** The last wall time that is still within it; NaN for no date. */
function endOf(until: string, ahead: (instant: number) => number): number {
  const time = readTime(until);
  if (time === null) return NaN;
  if (time.isDate) return time.wall + DAY_MS - 1;
  return time.zone === null ? time.wall : time.wall + ahead(time.wall);
}
