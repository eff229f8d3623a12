// How many values a comparison is given: all that a form, a check and a change of operator need to know of it.
import type { Operator } from "#core/condition";

/** `existence`: true, false or nothing. */
export type Arity = "existence" | "one" | "two" | "many";

const ARITIES: Readonly<Record<Operator, Arity>> = {
  eq: "one",
  ne: "one",
  gt: "one",
  gte: "one",
  lt: "one",
  lte: "one",
  between: "two",
  in: "many",
  nin: "many",
  contains: "one",
  starts_with: "one",
  exists: "existence",
  before: "one",
  after: "one",
};

export function arityOf(op: Operator): Arity {
  return ARITIES[op];
}
