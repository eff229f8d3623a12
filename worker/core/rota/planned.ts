// What the rota plans for a day, before anything is changed.
import { nameAll } from "./change-shift.ts";
import { dayOf, minutesOf, weekdayOf } from "./civil.ts";
import type { OnShift, Override, Rota, Shift } from "./rota.ts";

/** A Monday: turns are counted from here where a shift has no first date. */
const FIRST_MONDAY = dayOf("1970-01-05");

/** A weekly shift, or one of a single date. */
type Source = Shift | Extract<Override, { kind: "add" }>;

export interface Planned {
  readonly source: Source;
  /** Minutes since the midnight of its date; the end is later, perhaps beyond the next midnight. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The weekly shifts that start on a day (days since 1970-01-01); a weekday is worked out when it is first asked for. */
export function planWeek({ shifts, holidays }: Rota): (day: number, date: string) => readonly Planned[] {
  const weekdays = new Map<number, readonly (Planned & { readonly source: Shift })[]>();
  const closed = new Set(holidays.map(({ date }) => date));
  return (day, date) => {
    if (closed.has(date)) return [];
    const weekday = weekdayOf(day);
    const known = weekdays.get(weekday) ?? shifts.filter((shift) => shift.weekday === weekday).map(plan);
    weekdays.set(weekday, known);
    return known.filter(({ source }) => isValidOn(source, date));
  };
}

export function plan<From extends Source>(source: From): Planned & { readonly source: From } {
  const [fromMinute, toMinute] = [minutesOf(source.from), minutesOf(source.to)];
  return { source, fromMinute, toMinute: toMinute > fromMinute ? toMinute : toMinute + 1440 };
}

/** Whoever is planned for it on a day, in the order of that week. */
export function peopleOf(source: Source, day: number): readonly OnShift[] {
  if ("kind" in source) return nameAll(source.volunteers, { kind: "added", overrideId: source.id });
  const people = nameAll(source.volunteers, { kind: "shift", shiftId: source.id });
  if (source.order === "given" || people.length < 2) return people;
  const week = Math.floor((day - (source.validFrom === null ? FIRST_MONDAY : dayOf(source.validFrom))) / 7);
  // No turn is negative: before 1970 there was no rota, and before its first date no shift.
  const turn = week % people.length;
  return [...people.slice(turn), ...people.slice(0, turn)];
}

function isValidOn({ validFrom, validUntil }: Shift, date: string): boolean {
  return (validFrom === null || validFrom <= date) && (validUntil === null || date <= validUntil);
}
