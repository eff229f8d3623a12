// What the rota plans for a day, before anything is changed.
import { nameAll } from "./change-shift.ts";
import { dayOf, minutesOf, weekdayOf } from "../civil.ts";
import type { Because, OnShift, Override, Rota, Shift } from "./rota.ts";

/** A Monday: turns are counted from here where a shift has no first date. */
const FIRST_MONDAY = dayOf("1970-01-05");

/** A weekly shift, or one of a single date. */
type Source = Shift | Extract<Override, { kind: "add" }>;

export interface Planned {
  readonly source: Source;
  /** Minutes since the midnight of its date; the end is later, perhaps beyond the next midnight. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Its people by turn, named when they are first asked for: a year has each of them many times. */
  readonly byTurn: (readonly OnShift[])[];
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
  return { source, fromMinute, toMinute: toMinute > fromMinute ? toMinute : toMinute + 1440, byTurn: [] };
}

/** Whoever is planned for it on a day, in the order of that week. */
export function peopleOf({ source, byTurn }: Planned, day: number): readonly OnShift[] {
  const turn = turnOf(source, day);
  return (byTurn[turn] ??= nameAll(inTurn(source, turn), ruleOf(source)));
}

/** Its volunteers from that place of the list on, then those before it. */
export function inTurn({ volunteers }: Pick<Source, "volunteers">, turn: number): string[] {
  return [...volunteers.slice(turn), ...volunteers.slice(0, turn)];
}

/** How many places the first of the week is on from the first of the list. */
export function turnOf(source: Source, day: number): number {
  if ("kind" in source || source.order === "given" || source.volunteers.length < 2) return 0;
  // Nothing is negative: before 1970 there was no rota, and before its first date no shift.
  const first = source.validFrom === null ? FIRST_MONDAY : dayOf(source.validFrom);
  return Math.floor((day - first) / 7) % source.volunteers.length;
}

function ruleOf(source: Source): Because {
  return "kind" in source ? { kind: "added", overrideId: source.id } : { kind: "shift", shiftId: source.id };
}

function isValidOn({ validFrom, validUntil }: Shift, date: string): boolean {
  return (validFrom === null || validFrom <= date) && (validUntil === null || date <= validUntil);
}
