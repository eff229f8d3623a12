// Values and times as a sentence says them.
import type { Scalar } from "#core/compare";
import { readDate } from "#core/date-text";
import { readSpan } from "../span.ts";
import type { Span } from "../span.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const UNITS = { m: "minute", h: "hour", d: "day", w: "week" } as const;

/** Numbers bare, yes and no, words in quotes. */
export function say(value: Scalar): string {
  if (value === null) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(value) : `“${value}”`;
}

/** `“a”, “b” or “c”`. */
export function sayAny(values: readonly Scalar[], word = "or"): string {
  return join(values.map(say), word);
}

export function join(texts: readonly string[], word: string): string {
  const [last = ""] = texts.slice(-1);
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** A day, an instant in UTC, or a span from now; anything else as it is. */
export function sayTime(value: Scalar): string {
  const span = readSpan(value);
  if (span !== null) return `${length(span)} ${span.sign === "-" ? "ago" : "from now"}`;
  const date = typeof value === "string" ? readDate(value) : null;
  if (date === null) return say(value);
  if (date.at === null) return sayDay(date.day);
  const instant = new Date(date.at).toISOString();
  return `${sayDay(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}

/** How far a time lies on the side that is asked for: `in the last 30 days`, `more than 30 days ago`, `before 21 November 2026`. */
export function sayWhen(op: "before" | "after", value: Scalar): string {
  const span = readSpan(value);
  if (span === null) return `${op} ${sayTime(value)}`;
  if (span.sign === "-")
    return op === "after" ? `in the last ${length(span)}` : `more than ${length(span)} ago`;
  return op === "after" ? `more than ${length(span)} from now` : `before ${length(span)} from now`;
}

function sayDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

function length({ count, unit }: Span): string {
  return `${count} ${UNITS[unit]}${count === 1 ? "" : "s"}`;
}
