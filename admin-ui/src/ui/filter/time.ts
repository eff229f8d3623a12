// A time of a comparison: so long ago, a day, or a moment; kept as it is spelled until somebody changes it.
import type { Scalar } from "#core/compare";
import { readSpan } from "#core/segment/span";

export const TIME_KINDS = ["ago", "ahead", "day", "moment"] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

export const TIME_KIND_WORDS: Readonly<Record<TimeKind, string>> = {
  ago: "ago",
  ahead: "from now",
  day: "on a day",
  moment: "at a moment",
};

export const UNIT_WORDS = { m: "minutes", h: "hours", d: "days", w: "weeks" } as const;
export type Unit = keyof typeof UNIT_WORDS;

export interface SpanParts {
  readonly count: number;
  readonly unit: Unit;
}

export function timeKindOf(value: Scalar): TimeKind {
  const span = readSpan(value);
  if (span !== null) return span.sign === "-" ? "ago" : "ahead";
  return typeof value === "string" && /^\s*\d{4}-\d\d-\d\d\s*$/.test(value) ? "day" : "moment";
}

export function spanOf(value: Scalar): SpanParts {
  const span = readSpan(value);
  return span === null ? { count: 30, unit: "d" } : { count: span.count, unit: span.unit };
}

/** `today` is a day such as 2026-11-21, in the viewer's calendar. */
export function asTimeKind(value: Scalar, kind: TimeKind, today: string): string {
  const { count, unit } = spanOf(value);
  switch (kind) {
    case "ago":
      return `-${count}${unit}`;
    case "ahead":
      return `+${count}${unit}`;
    case "day":
      return /^\d{4}-\d\d-\d\d/.exec(String(value ?? ""))?.[0] ?? today;
    case "moment":
      return `${/^\d{4}-\d\d-\d\d/.exec(String(value ?? ""))?.[0] ?? today}T12:00:00Z`;
    default:
      return kind satisfies never;
  }
}
