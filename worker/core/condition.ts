// One way to ask something about a person: the filter tree that branches and segments share.
import * as z from "zod";

export const OPERATORS = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "in",
  "nin",
  "contains",
  "starts_with",
  "exists",
  "before",
  "after",
] as const;

const Scalar = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/** One comparison, such as `{ path: "answers.rating", op: "gte", value: 4 }`. */
export const Filter = z.strictObject({
  path: z
    .string()
    .max(120)
    .regex(/^[a-z_]+(\.[\p{L}\p{N}_-]+)*$/u, "a path looks like answers.rating or attributes.plan"),
  op: z.enum(OPERATORS),
  value: z.union([Scalar, z.array(Scalar).max(200)]).optional(),
});

export type Condition =
  | Filter
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition };
export type Filter = z.infer<typeof Filter>;

/** At most 50 members a group: more belongs into a static list. */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Filter,
    z.strictObject({ all: z.array(Condition).max(50) }),
    z.strictObject({ any: z.array(Condition).max(50) }),
    z.strictObject({ not: Condition }),
  ]),
);
