// Segments at random, every path and comparison among them, as the API takes them.
import * as fc from "fast-check";
import type { Scalar } from "#core/compare";
import type { Condition, Filter, Operator } from "#core/condition";
import { OPERATORS } from "#core/condition";
import { STANDINGS } from "#core/consent/standing";
import { CHANNELS } from "#core/line";
import { SegmentFilter } from "#core/segment/filter";
import { checkCondition } from "#core/segment/path";

const OPEN_PATHS = [
  "attributes.name",
  "attributes.plan",
  "attributes.a.b",
  "attributes.größe",
  "tags",
  "lists",
  "language",
  "zone",
  "category.spring",
  "campaigns.received",
  "campaigns.replied",
  "answers.product-review.rating",
  "answers.census.topics.first",
] as const;
const TIME_OPERATORS = ["before", "after", "between", "exists"] as const;

const words = fc.oneof(
  fc.constantFrom("pro", " Été ", "10", "true", "", "00:30", "<b>", "en", "2026-11-21"),
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
);
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 4, arbitrary: words },
  fc.integer({ min: -50, max: 5_000 }),
  fc.constantFrom(0.5, -12.25),
  fc.boolean(),
);
const time = fc.constantFrom(
  "-30d",
  "-12h",
  "+1w",
  "+90m",
  "2026-11-21",
  "2026-11-21T08:00:00Z",
  "2026-11-21T08:00",
);

function valueFor(op: Operator, one: fc.Arbitrary<Scalar>): fc.Arbitrary<Filter["value"]> {
  if (op === "exists") return fc.constantFrom(undefined, true, false);
  if (op === "in" || op === "nin") return fc.array(one, { minLength: 1, maxLength: 4 });
  return op === "between" ? fc.tuple(one, one).map((pair) => [...pair]) : one;
}

function filterOn(
  paths: readonly string[],
  ops: readonly Operator[],
  one: fc.Arbitrary<Scalar>,
): fc.Arbitrary<Filter> {
  return fc
    .record({ path: fc.constantFrom(...paths), op: fc.constantFrom(...ops) })
    .chain(({ path, op }) =>
      valueFor(op, one).map((value) => ({ path, op, ...(value !== undefined && { value }) })),
    );
}

export const arbitraryFilter: fc.Arbitrary<Filter> = fc.oneof(
  {
    weight: 4,
    arbitrary: filterOn(
      OPEN_PATHS,
      OPERATORS.filter((op) => op !== "in" && op !== "nin"),
      scalar,
    ),
  },
  { weight: 2, arbitrary: filterOn(OPEN_PATHS, ["in", "nin"], fc.option(scalar)) },
  { weight: 2, arbitrary: filterOn(["created", "last_inbound"], TIME_OPERATORS, time) },
  {
    weight: 2,
    arbitrary: filterOn(
      CHANNELS.map((channel) => `consent.${channel}`),
      OPERATORS,
      fc.constantFrom(...STANDINGS),
    ),
  },
  { weight: 1, arbitrary: filterOn(["channel"], OPERATORS, fc.constantFrom(...CHANNELS)) },
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    arbitraryFilter,
    fc.array(tie("condition"), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie("condition"), { maxLength: 3 }).map((any) => ({ any })),
    tie("condition").map((not) => ({ not })),
  ),
}));

/** As it comes back from the API: checked, and small enough. */
export const arbitrarySegment: fc.Arbitrary<Condition> = condition
  .filter((drawn) => checkCondition(drawn).length === 0)
  .map((drawn) => SegmentFilter.parse(drawn));
