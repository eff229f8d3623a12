// What the filter bar says: the same to the list and to the export.
import { describe, expect, test } from "vitest";
import { checkCondition } from "#core/segment/path";
import { toCondition } from "../../../admin-ui/src/features/contacts/condition.ts";
import { isFiltered, toQuery } from "../../../admin-ui/src/features/contacts/sought.ts";
import type { Sought } from "../../../admin-ui/src/features/contacts/sought.ts";
import { isNumber } from "../../../admin-ui/src/data/find-people.ts";

/** The first moment of a day on this machine's clock. */
const at = (day: string): string => new Date(`${day}T00:00`).toISOString();

const CASES: readonly (readonly [Sought, Record<string, string>, unknown[]])[] = [
  [{}, {}, []],
  [{ q: "ana" }, { q: "ana" }, [{ path: "attributes.name", op: "contains", value: "ana" }]],
  [{ tag: "vip", sort: "name" }, { tag: "vip", sort: "name" }, [{ path: "tags", op: "eq", value: "vip" }]],
  [{ funnel: "energy" }, { funnel: "energy" }, [{ path: "category.energy", op: "exists", value: true }]],
  [
    { funnel: "energy", category: "Hot" },
    { funnel: "energy", category: "Hot" },
    [{ path: "category.energy", op: "eq", value: "Hot" }],
  ],
  [
    { consent: "opted-out", channel: "whatsapp" },
    { standing: "opted-out", channel: "whatsapp", reach: "whatsapp" },
    [
      { path: "consent.whatsapp", op: "eq", value: "opted-out" },
      { path: "channel", op: "eq", value: "whatsapp" },
    ],
  ],
  [
    { from: "2026-11-01", to: "2026-11-30" },
    { createdFrom: at("2026-11-01"), createdBefore: at("2026-12-01") },
    [
      { not: { path: "created", op: "before", value: at("2026-11-01") } },
      { path: "created", op: "before", value: at("2026-12-01") },
    ],
  ],
];

describe("contacts are sought", () => {
  test.each(CASES)("%j", (sought, query, all) => {
    expect(toQuery(sought)).toEqual(query);
    expect(toCondition(sought)).toEqual({ all });
    expect(checkCondition(toCondition(sought))).toEqual([]);
  });

  test("a category without its funnel asks nothing, and an order filters nobody", () => {
    expect(toQuery({ category: "Hot" })).toEqual({});
    expect(isFiltered({ sort: "name" })).toBe(false);
    expect(isFiltered({ tag: "vip", sort: "name" })).toBe(true);
  });

  test.each([
    ["+44 7700 900123", true],
    ["(07700) 900-123", true],
    ["2026", false],
    ["Ana 7700900123", false],
    ["", false],
  ])("%s is a number, for no address: %s", (words, is) => {
    expect(isNumber(words)).toBe(is);
  });
});
