// How two values compare in a condition: what is text, what is a number, what is a date.
import type { Operator } from "#core/condition";

export type Scalar = string | number | boolean | null;
export type Fact = Scalar | readonly Scalar[];

/** A number written out. No leading zeros and at most 15 digits: post codes, account and phone numbers are text. */
const NUMERIC = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}/;
const DAY_ONLY_LENGTH = 10;

/** Compares what is known with what the condition gives; of a list one member that holds is enough. */
export function compare(fact: Fact, op: Exclude<Operator, "exists">, value: Fact): boolean {
  if (op === "ne") return !compare(fact, "eq", value);
  if (op === "nin") return !compare(fact, "in", value);
  const given = asList(value);
  return asList(fact).some((member) => compareOne(member, op, given, isList(fact)));
}

function compareOne(
  fact: Scalar,
  op: Exclude<Operator, "exists" | "ne" | "nin">,
  given: readonly Scalar[],
  isMember: boolean,
): boolean {
  const [first = null, second = null] = given;
  switch (op) {
    case "eq":
      return order(fact, first) === 0;
    case "in":
      return given.some((value) => order(fact, value) === 0);
    case "gt":
      return (order(fact, first) ?? 0) > 0;
    case "gte":
      return (order(fact, first) ?? -1) >= 0;
    case "lt":
      return (order(fact, first) ?? 0) < 0;
    case "lte":
      return (order(fact, first) ?? 1) <= 0;
    case "between":
      return (orderInTime(fact, first) ?? -1) >= 0 && (orderInTime(fact, second) ?? 1) <= 0;
    // A list contains its members; a text contains its parts.
    case "contains":
      return isMember ? order(fact, first) === 0 : fold(fact).includes(fold(first));
    case "starts_with":
      return fold(fact).startsWith(fold(first));
    case "before":
      return (days(fact, first) ?? 0) < 0;
    case "after":
      return (days(fact, first) ?? 0) > 0;
    default:
      return op satisfies never;
  }
}

function asList(value: Fact): readonly Scalar[] {
  return isList(value) ? value : [value];
}

function isList(value: Fact): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** Below, at or above zero; null where the two cannot be put in order. */
function order(a: Scalar, b: Scalar): number | null {
  if (a === null || b === null) return null;
  const [first, second] = [numeric(a), numeric(b)];
  if (first !== null && second !== null) return Math.sign(first - second);
  // A number and a word: neither is the larger.
  if (first !== null || second !== null) return null;
  const [left, right] = [fold(a), fold(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Dates where both are dates, else as everything else. */
function orderInTime(a: Scalar, b: Scalar): number | null {
  return isDate(a) && isDate(b) ? days(a, b) : order(a, b);
}

/** Dates in order: by instant, or by day where either is a bare date. Null where one is no date. */
function days(a: Scalar, b: Scalar): number | null {
  if (!isDate(a) || !isDate(b)) return null;
  if (a.length === DAY_ONLY_LENGTH || b.length === DAY_ONLY_LENGTH) {
    const [left, right] = [a.slice(0, DAY_ONLY_LENGTH), b.slice(0, DAY_ONLY_LENGTH)];
    return left === right ? 0 : left < right ? -1 : 1;
  }
  return Math.sign(Date.parse(a) - Date.parse(b));
}

function isDate(value: Scalar): value is string {
  return typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));
}

function numeric(value: Scalar): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && NUMERIC.test(value.trim()) ? Number(value) : null;
}

function fold(value: Scalar): string {
  return String(value ?? "")
    .normalize("NFC")
    .trim()
    .toLowerCase();
}
