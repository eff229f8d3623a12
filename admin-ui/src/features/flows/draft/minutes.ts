// Spans of time as people say them: a number and its unit.

export const UNITS = [
  { unit: "minutes", minutes: 1 },
  { unit: "hours", minutes: 60 },
  { unit: "days", minutes: 1440 },
  { unit: "weeks", minutes: 10_080 },
] as const;
export type Unit = (typeof UNITS)[number]["unit"];

export interface Span {
  readonly count: number;
  readonly unit: Unit;
}

/** In the largest unit that says it without a fraction: 2,880 are two days. */
export function toSpan(minutes: number): Span {
  const fitting = UNITS.findLast((unit) => minutes !== 0 && minutes % unit.minutes === 0) ?? UNITS[0];
  return { count: minutes / fitting.minutes, unit: fitting.unit };
}

export function toMinutes({ count, unit }: Span): number {
  return count * (UNITS.find((each) => each.unit === unit)?.minutes ?? 1);
}

/** `2 days`, `1 hour`. */
export function sayMinutes(minutes: number): string {
  const { count, unit } = toSpan(minutes);
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
