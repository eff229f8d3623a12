// What holds of whom: every operator, on every kind of fact.
import { describe, expect, it } from "vitest";
import { Condition, filtersOf, holds } from "#core/condition";
import type { Facts, Operator } from "#core/condition";
import type { Fact } from "#core/compare";

const KNOWN: Readonly<Record<string, Fact>> = {
  "answers.rating": 4,
  "answers.city": "São Paulo",
  "answers.colours": ["red", "blue"],
  "answers.agrees": true,
  "answers.start": "2026-11-21",
  "attributes.joined": "2026-11-21T22:30:00Z",
  "attributes.visits": "10",
  "attributes.postcode": "01234",
  "attributes.plan": "Pro",
  "attributes.nickname": "",
  "attributes.cleared": null,
  tags: ["VIP", "driver"],
};
const facts: Facts = (path) => KNOWN[path];

describe("an operator", () => {
  it.each<[path: string, op: Operator, value: Fact | undefined, expected: boolean]>([
    // Texts: whole, whatever their case.
    ["attributes.plan", "eq", "pro", true],
    ["attributes.plan", "eq", " PRO ", true],
    ["attributes.plan", "eq", "pr", false],
    ["attributes.plan", "ne", "pro", false],
    ["attributes.plan", "in", ["free", "pro"], true],
    ["attributes.plan", "nin", ["free", "pro"], false],
    ["answers.city", "contains", "paulo", true],
    ["answers.city", "starts_with", "são", true],
    // Typed as a letter and its accent: one character once it came through the door.
    ["answers.city", "starts_with", "sa\u0303o", true],
    ["answers.city", "starts_with", "paulo", false],
    ["attributes.plan", "gt", "Free", true],
    // Numbers: by value, also where they were written as text, and never against words.
    ["answers.rating", "eq", "4", true],
    ["answers.rating", "eq", "4.0", true],
    ["attributes.visits", "gt", 9, true],
    ["attributes.visits", "lt", 9, false],
    ["answers.rating", "gte", 4, true],
    ["answers.rating", "lte", 3.9, false],
    ["answers.rating", "gt", "many", false],
    ["answers.rating", "lt", "many", false],
    ["answers.rating", "between", [1, 4], true],
    ["answers.rating", "between", [5, 9], false],
    // A leading zero is part of a name.
    ["attributes.postcode", "eq", 1234, false],
    ["attributes.postcode", "eq", "01234", true],
    // Yes and no.
    ["answers.agrees", "eq", true, true],
    ["answers.agrees", "eq", "true", true],
    ["answers.agrees", "eq", false, false],
    // Lists: one member is enough.
    ["tags", "contains", "vip", true],
    ["tags", "contains", "vi", false],
    ["tags", "eq", "driver", true],
    ["tags", "ne", "driver", false],
    ["answers.colours", "in", ["green", "blue"], true],
    ["answers.colours", "nin", ["green"], true],
    // Dates: by day where one side is a bare date, else by instant.
    ["answers.start", "before", "2026-11-22", true],
    ["answers.start", "before", "2026-11-21", false],
    ["answers.start", "after", "2026-11-20", true],
    ["answers.start", "between", ["2026-11-01", "2026-11-21"], true],
    ["attributes.joined", "after", "2026-11-21", false],
    ["attributes.joined", "after", "2026-11-21T22:00:00Z", true],
    ["attributes.joined", "before", "2026-11-21T23:45:00+01:00", true],
    ["answers.city", "before", "2026-11-22", false],
    // Nothing known: only the negative holds.
    ["answers.unasked", "eq", "x", false],
    ["answers.unasked", "ne", "x", true],
    ["answers.unasked", "nin", ["x"], true],
    ["answers.unasked", "in", ["x"], false],
    ["answers.unasked", "lt", 100, false],
    ["answers.unasked", "contains", "", false],
    ["answers.unasked", "exists", undefined, false],
    ["answers.unasked", "exists", false, true],
    ["attributes.nickname", "exists", true, false],
    ["attributes.cleared", "exists", undefined, false],
    ["answers.rating", "exists", undefined, true],
    ["answers.agrees", "exists", true, true],
  ])("%s %s %j: %s", (path, op, value, expected) => {
    const condition = Condition.parse({ path, op, ...(value !== undefined && { value }) });
    expect(holds(condition, facts)).toBe(expected);
  });
});

describe("a tree of conditions", () => {
  const happy: Condition = { path: "answers.rating", op: "gte", value: 4 };
  const vip: Condition = { path: "tags", op: "contains", value: "vip" };
  const absent: Condition = { path: "answers.unasked", op: "eq", value: 1 };

  it.each<[string, Condition, boolean]>([
    ["all of them", { all: [happy, vip] }, true],
    ["all but one", { all: [happy, absent] }, false],
    ["any of them", { any: [absent, vip] }, true],
    ["none of them", { not: { any: [absent, { not: vip }] } }, true],
    ["an empty all, which asks nothing", { all: [] }, true],
    ["an empty any, which nothing satisfies", { any: [] }, false],
  ])("%s", (_name, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it("lists its comparisons, however deep", () => {
    expect(filtersOf({ all: [happy, { not: { any: [vip, absent] } }] })).toEqual([happy, vip, absent]);
  });
});

describe("a comparison that makes no sense is refused", () => {
  it.each([
    [{ path: "tags", op: "in", value: "vip" }, "in takes a list of values"],
    [
      { path: "answers.rating", op: "between", value: [1] },
      "between takes two values, the lowest and the highest",
    ],
    [{ path: "answers.rating", op: "gt" }, "gt takes one value"],
    [{ path: "answers.rating", op: "exists", value: "yes" }, "exists takes true, false or nothing"],
  ])("%j", (filter, message) => {
    const { error } = Condition.safeParse(filter);
    expect(JSON.stringify(error?.issues)).toContain(message);
  });
});
