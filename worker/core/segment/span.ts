// Spans such as `-30d`: an instant that moves along with the day a segment is asked on.
import { holds } from "#core/condition";
import type { Condition, Filter } from "#core/condition";
import type { Scalar } from "#core/compare";
import { contactFacts } from "./contact.ts";
import type { KnownContact } from "./contact.ts";

/** At most 9,999 units: 27 years of days. */
const SPAN = /^(?<sign>[+-])(?<count>\d{1,4})(?<unit>[mhdw])$/;
const MINUTE_MS = 60_000;
const UNITS_MS: Readonly<Record<string, number>> = {
  m: MINUTE_MS,
  h: 60 * MINUTE_MS,
  d: 1_440 * MINUTE_MS,
  w: 10_080 * MINUTE_MS,
};

export interface Span {
  readonly sign: "+" | "-";
  readonly count: number;
  readonly unit: "m" | "h" | "d" | "w";
  readonly lengthMs: number;
}

/** null for what is no span. */
export function readSpan(value: unknown): Span | null {
  const { sign, count, unit } = (typeof value === "string" ? SPAN.exec(value)?.groups : undefined) ?? {};
  if (unit !== "m" && unit !== "h" && unit !== "d" && unit !== "w") return null;
  const length = Number(count) * (UNITS_MS[unit] ?? 0);
  return sign === "-"
    ? { sign, count: Number(count), unit, lengthMs: length }
    : { sign: "+", count: Number(count), unit, lengthMs: length };
}

/** The condition as it reads at `now`, epoch milliseconds: `before`, `after` and `between` take spans for instants. */
export function atInstant(condition: Condition, now: number): Condition {
  if ("all" in condition) return { all: condition.all.map((member) => atInstant(member, now)) };
  if ("any" in condition) return { any: condition.any.map((member) => atInstant(member, now)) };
  if ("not" in condition) return { not: atInstant(condition.not, now) };
  const { op, value } = condition;
  if (op !== "before" && op !== "after" && op !== "between") return condition;
  const settle = (member: Scalar) => settleSpan(member, now);
  return { ...condition, value: Array.isArray(value) ? value.map(settle) : settle(toScalar(value)) };
}

/** Whether someone is in a segment. */
export function includes(condition: Condition, contact: KnownContact, now: number): boolean {
  return holds(atInstant(condition, now), contactFacts(contact));
}

function settleSpan(value: Scalar, now: number): Scalar {
  const span = readSpan(value);
  if (span === null) return value;
  return new Date(span.sign === "-" ? now - span.lengthMs : now + span.lengthMs).toISOString();
}

function toScalar(value: Filter["value"]): Scalar {
  return value === undefined || Array.isArray(value) ? null : value;
}
