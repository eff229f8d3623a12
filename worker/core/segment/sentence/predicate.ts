// What is asked of one value, said and denied: `is “pro”`, `is not “pro”`.
import { numeric } from "#core/compare";
import type { Scalar } from "#core/compare";
import type { Filter } from "#core/condition";
import { join, say, sayAny, sayTime, sayWhen } from "./values.ts";

/** Goes on after a subject in the singular. */
export function predicateOf({ op, value }: Pick<Filter, "op" | "value">, isNot: boolean): string {
  const given = toList(value);
  const [first = null, second = null] = given;
  const isNumber = numeric(first) !== null;
  const is = isNot ? "is not" : "is";
  switch (op) {
    case "eq":
      return `${is} ${say(first)}`;
    case "ne":
      return `${isNot ? "is" : "is not"} ${say(first)}`;
    case "in":
      return isNot ? neither(given) : `is ${sayAny(given)}`;
    case "nin":
      return isNot ? `is ${sayAny(given)}` : neither(given);
    case "gt":
      return isNumber ? `${is} more than ${say(first)}` : comes("after", first, isNot);
    case "gte":
      return `${is} ${say(first)} or ${isNumber ? "more" : "after it"}`;
    case "lt":
      return isNumber ? `${is} less than ${say(first)}` : comes("before", first, isNot);
    case "lte":
      return `${is} ${say(first)} or ${isNumber ? "less" : "before it"}`;
    case "between":
      return `${is} between ${sayTime(first)} and ${sayTime(second)}`;
    case "contains":
      return `${isNot ? "does not contain" : "contains"} ${say(first)}`;
    case "starts_with":
      return `${isNot ? "does not begin" : "begins"} with ${say(first)}`;
    case "exists":
      return (value !== false) === isNot ? "is not known" : "is known";
    case "before":
    case "after":
      return `${is} ${sayWhen(op, first)}`;
    default:
      return op satisfies never;
  }
}

/** Of a list: `asked` is any of its members. */
export function toList(value: Filter["value"]): readonly Scalar[] {
  return Array.isArray(value) ? value : [value ?? null];
}

function neither(values: readonly Scalar[]): string {
  if (values.length === 1) return `is not ${sayAny(values)}`;
  return `is neither ${join(values.map(say), "nor")}`;
}

function comes(where: "before" | "after", value: Scalar, isNot: boolean): string {
  return `${isNot ? "does not come" : "comes"} ${where} ${say(value)}`;
}
