// A week of a group's rota as something to draw: its shifts and gaps cut into the days of the group's own clock.
import { dateOf, dayOf, weekdayOf } from "#core/civil";
import type { Span } from "#core/rota/spans";
import { dayIn, instantOf, wallIn } from "#core/zone-clock";

export const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

export interface Week {
  readonly zone: string;
  /** Days since 1970-01-01. */
  readonly monday: number;
  /** Epoch milliseconds of its first moment, and of the first after it. */
  readonly from: number;
  readonly to: number;
  readonly days: readonly Day[];
}

export interface Day {
  readonly day: number;
  /** 2026-11-21. */
  readonly date: string;
  readonly from: number;
  readonly to: number;
  /** By how many minutes this day is longer than others; less than 0 where the clocks are put forward. */
  readonly extraMinutes: number;
}

/** The week that holds a date (or that instant, where none is given). */
export function weekOf(zone: string, date: string | null, now: number): Week {
  const day = date === null ? dayIn(zone, now) : dayOf(date);
  const monday = day - weekdayOf(day) + 1;
  const days = [0, 1, 2, 3, 4, 5, 6].map((index) => dayAt(zone, monday + index));
  return { zone, monday, days, from: instantOf(zone, monday), to: instantOf(zone, monday + 7) };
}

function dayAt(zone: string, day: number): Day {
  const [from, to] = [instantOf(zone, day), instantOf(zone, day + 1)];
  return { day, date: dateOf(day), from, to, extraMinutes: (to - from) / MINUTE_MS - DAY_MINUTES };
}

/** What of a span is on one day. */
export interface Piece<Of extends Span> {
  readonly of: Of;
  readonly day: Day;
  /** What the clock shows: minutes since midnight, up to 1440. */
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/** In the order of days, then of what was given. */
export function cut<Of extends Span>(
  { zone, days }: Pick<Week, "zone" | "days">,
  spans: readonly Of[],
): readonly Piece<Of>[] {
  return days.flatMap((day) =>
    spans
      .filter(({ startsAt, endsAt }) => startsAt < day.to && endsAt > day.from)
      .map((of) => pieceOn(zone, day, of)),
  );
}

function pieceOn<Of extends Span>(zone: string, day: Day, of: Of): Piece<Of> {
  const isStart = of.startsAt >= day.from;
  const isEnd = of.endsAt <= day.to;
  const fromMinute = isStart ? minuteOn(zone, day, of.startsAt) : 0;
  const shownTo = of.endsAt >= day.to ? DAY_MINUTES : minuteOn(zone, day, of.endsAt);
  // In the hour that comes twice the clock may show an end before the beginning: it is drawn as long as it lasts.
  const lastsMinutes = (Math.min(of.endsAt, day.to) - Math.max(of.startsAt, day.from)) / MINUTE_MS;
  const toMinute = shownTo > fromMinute ? shownTo : Math.min(DAY_MINUTES, fromMinute + lastsMinutes);
  return { of, day, fromMinute, toMinute, isStart, isEnd };
}

/** What the clock of that day shows at an instant. */
export function minuteOn(zone: string, { day }: Pick<Day, "day">, at: number): number {
  return Math.max(0, Math.min(DAY_MINUTES, (wallIn(zone, at) - day * DAY_MS) / MINUTE_MS));
}

/** 570 as 09:30; past midnight it begins anew. */
export function timeOf(minute: number): string {
  const within = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
