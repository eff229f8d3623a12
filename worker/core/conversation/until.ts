// When a wait is over.
import { addMonths, findDay, minutesOf, weekdayOf } from "#core/civil";
import { MINUTE_MS } from "#core/conversation/clock";
import type { Until } from "#core/conversation/flow";
import type { RunState } from "#core/conversation/run";
import { dayIn, instantOf } from "#core/zone-clock";

/** Epoch milliseconds, possibly past; null when there is no such date (the person skipped it). `zone` is the person's. */
export function endOfWait(
  until: Until,
  startedAt: number,
  zone: string,
  answers: RunState["answers"],
): number | null {
  switch (until.kind) {
    case "minutes":
      return startedAt + until.minutes * MINUTE_MS;
    case "time-of-day":
      return nextTimeOfDay(until.at, until.weekdays, startedAt, zone);
    case "answer-date": {
      const value = answers[until.answer]?.value;
      const date = typeof value === "string" ? parseDay(value) : null;
      if (date === null) return null;
      return instantOf(zone, date - (until.daysBefore ?? 0), minutesOf(until.at));
    }
    default:
      return until satisfies never;
  }
}

/** The next time a clock in `zone` shows `at`, after `from`; a time that a change to summer time leaves out comes an hour later. */
function nextTimeOfDay(
  at: string,
  weekdays: readonly number[] | undefined,
  from: number,
  zone: string,
): number {
  const today = dayIn(zone, from);
  // Eight days reach every weekday once after today has been passed.
  for (let days = 0; days <= 8; days += 1) {
    const instant = instantOf(zone, today + days, minutesOf(at));
    if (instant > from && (weekdays === undefined || weekdays.includes(weekdayOf(today + days))))
      return instant;
  }
  return from;
}

/** A day such as 2026-05-24; one past the end of its month is the month's last. */
function parseDay(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? [];
  const first = findDay({ year: Number(year), month: Number(month), day: 1 });
  return first === null ? null : Math.min(first + Number(day), addMonths(first, 1)) - 1;
}
