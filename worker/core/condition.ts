// One way to ask something about a person: the filter tree that branches and segments share.
import * as z from "zod";
import { arityOf } from "#core/arity";
import { compare } from "#core/compare";
import type { Fact } from "#core/compare";

export const OPERATORS = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "in",
  "nin",
  "contains",
  "starts_with",
  "exists",
  "before",
  "after",
] as const;
export type Operator = (typeof OPERATORS)[number];

/** Neither is kept in a text that came through a door (`clean`), so nothing could ever equal it. */
const UNKEPT = /\p{Cs}|\0/u;
const Words = z
  .string()
  .normalize("NFC")
  .max(500)
  .refine((text) => !UNKEPT.test(text), "has half a character, or none, in it");
const Scalar = z.union([Words, z.number(), z.boolean(), z.null()]);

/** One comparison, such as `{ path: "answers.rating", op: "gte", value: 4 }`. */
export const Filter = z
  .strictObject({
    path: z
      .string()
      .max(120)
      .regex(/^[a-z_]+(\.[\p{L}\p{N}_-]+)*$/u, "a path looks like answers.rating or attributes.plan"),
    op: z.enum(OPERATORS),
    value: z.union([Scalar, z.array(Scalar).max(200)]).optional(),
  })
  .superRefine(({ op, value }, context) => {
    const wants = wantedValue(op, value);
    if (wants !== null)
      context.addIssue({ code: "custom", path: ["value"], message: `${op} takes ${wants}` });
  });

export type Condition =
  | Filter
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };
export type Filter = z.infer<typeof Filter>;

/** At most 50 members a group: more belongs into a static list. */
export const Condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    Filter,
    z.strictObject({ all: z.array(Condition).max(50) }),
    z.strictObject({ any: z.array(Condition).max(50) }),
    z.strictObject({ not: Condition }),
  ]),
);

/** Looks a path up; undefined, null, "" and an empty list all mean that nothing is known. */
export type Facts = (path: string) => Fact | undefined;

/**
 * Whether a condition holds. Strings compare case-insensitively (`fold`), numbers by value when both sides are numeric.
 * Of a list (tags, several choices) one member that holds is enough; `ne` and `nin` are the opposites of `eq` and `in`.
 * Where nothing is known only `exists: false`, `ne` and `nin` hold. An empty `all` holds, an empty `any` does not.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  if ("all" in condition) return condition.all.every((member) => holds(member, facts));
  if ("any" in condition) return condition.any.some((member) => holds(member, facts));
  if ("not" in condition) return !holds(condition.not, facts);
  const { op, value } = condition;
  const fact = facts(condition.path);
  const isKnown =
    fact !== undefined && fact !== null && fact !== "" && !(Array.isArray(fact) && fact.length === 0);
  if (op === "exists") return isKnown === (value !== false);
  if (!isKnown) return op === "ne" || op === "nin";
  return compare(fact, op, value ?? null);
}

/** Every comparison in a condition, however deep. */
export function filtersOf(condition: Condition): readonly Filter[] {
  if ("all" in condition) return condition.all.flatMap(filtersOf);
  if ("any" in condition) return condition.any.flatMap(filtersOf);
  if ("not" in condition) return filtersOf(condition.not);
  return [condition];
}

/** What the operator's value must be, or null where the one given will do. */
function wantedValue(op: Operator, value: Fact | undefined): string | null {
  const arity = arityOf(op);
  switch (arity) {
    case "existence":
      return value === undefined || typeof value === "boolean" ? null : "true, false or nothing";
    case "many":
      return Array.isArray(value) && value.length > 0 ? null : "a list of values";
    case "two":
      return Array.isArray(value) && value.length === 2 ? null : "two values, the lowest and the highest";
    case "one":
      return value !== undefined && value !== null && !Array.isArray(value) ? null : "one value";
    default:
      return arity satisfies never;
  }
}
