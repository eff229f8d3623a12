// A shift while it is drawn, moved or stretched: the day it starts on and what the clock shows, before anything is saved.
import { dateOf, dayOf, minutesOf, weekdayOf } from "#core/civil";
import { DAY_MINUTES, timeOf } from "./week.ts";

/** What a drag and the arrow keys go by; the form takes any minute. */
export const STEP_MINUTES = 15;

export interface Draft {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Since that day's midnight; the end is later, at most a whole day. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** As a shift says it. */
export interface Times {
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

export function draftOf({ date, from, to }: Times): Draft {
  const [fromMinute, toMinute] = [minutesOf(from), minutesOf(to)];
  return {
    day: dayOf(date),
    fromMinute,
    toMinute: toMinute > fromMinute ? toMinute : toMinute + DAY_MINUTES,
  };
}

export function timesOf({ day, fromMinute, toMinute }: Draft): Times {
  return { date: dateOf(day), from: timeOf(fromMinute), to: timeOf(toMinute) };
}

/** ISO 8601: 1 is Monday. */
export function weekdayOfDraft({ day }: Draft): number {
  return weekdayOf(day);
}

/** Moved as a whole, over midnight if need be. */
export function move(draft: Draft, days: number, minutes: number): Draft {
  const fromMinute = draft.fromMinute + minutes;
  const over = Math.floor(fromMinute / DAY_MINUTES);
  return {
    day: draft.day + days + over,
    fromMinute: fromMinute - over * DAY_MINUTES,
    toMinute: draft.toMinute + minutes - over * DAY_MINUTES,
  };
}

/** With another end, a step after its beginning at the least and a day at the most. */
export function endAt(draft: Draft, toMinute: number): Draft {
  const [first, last] = [draft.fromMinute + STEP_MINUTES, draft.fromMinute + DAY_MINUTES];
  return { ...draft, toMinute: Math.min(last, Math.max(first, toMinute)) };
}

/** With another beginning on the same day. */
export function startAt(draft: Draft, fromMinute: number): Draft {
  const first = Math.max(0, draft.toMinute - DAY_MINUTES);
  const last = Math.min(DAY_MINUTES - STEP_MINUTES, draft.toMinute - STEP_MINUTES);
  return { ...draft, fromMinute: Math.min(last, Math.max(first, fromMinute)) };
}

/** Drawn from one minute of a day to another, in either direction; a mere click is an hour. */
export function drawn(day: number, anchor: number, pointer: number): Draft {
  const [a, b] = [snap(anchor), snap(pointer)];
  if (a === b)
    return { day, fromMinute: Math.min(a, DAY_MINUTES - 60), toMinute: Math.min(a + 60, DAY_MINUTES) };
  return { day, fromMinute: Math.min(a, b), toMinute: Math.max(a, b) };
}

export function snap(minute: number): number {
  return Math.round(minute / STEP_MINUTES) * STEP_MINUTES;
}

export function isSame(a: Draft, b: Draft): boolean {
  return a.day === b.day && a.fromMinute === b.fromMinute && a.toMinute === b.toMinute;
}
