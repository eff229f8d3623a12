// How two values compare in a condition: what is text, what is a number, what is a date. db/segment says the same in SQL.
import type { Operator } from "#core/condition";
import { readDate } from "#core/date-text";
import type { DateText } from "#core/date-text";
import { compareText, fold } from "#core/fold";

export type Scalar = string | number | boolean | null;
export type Fact = Scalar | readonly Scalar[];

/** A number written out, without leading zeros: post codes, account and phone numbers are text. */
const NUMERIC = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** What a double holds exactly; longer ones are text. */
export const DIGITS_MAX = 15;

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
      return isMember ? order(fact, first) === 0 : wordsOf(fact).includes(wordsOf(first));
    case "starts_with":
      return wordsOf(fact).startsWith(wordsOf(first));
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
  return Math.sign(compareText(wordsOf(a), wordsOf(b)));
}

/** Dates where both are dates, else as everything else. */
function orderInTime(a: Scalar, b: Scalar): number | null {
  return days(a, b) ?? order(a, b);
}

/** Dates in order: by instant, or by day where either is a bare day. Null where one is no date. */
function days(a: Scalar, b: Scalar): number | null {
  const [first, second] = [dateOf(a), dateOf(b)];
  if (first === null || second === null) return null;
  if (first.at === null || second.at === null) return Math.sign(compareText(first.day, second.day));
  return Math.sign(first.at - second.at);
}

export function dateOf(value: Scalar): DateText | null {
  return typeof value === "string" ? readDate(value) : null;
}

/** The number a value is, or is written as; null for anything else. */
export function numeric(value: Scalar): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const text = value.trim();
  return NUMERIC.test(text) && text.replace(/[-.]/g, "").length <= DIGITS_MAX ? Number(text) : null;
}

/** A value as a folded text. */
export function wordsOf(value: Scalar): string {
  return fold(String(value ?? ""));
}
