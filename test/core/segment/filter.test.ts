// A filter as people send it, wherever one may be sent: a tree, or the flat list of the first campaign platform.
import { expect, test } from "vitest";
import * as z from "zod";
import { Audience } from "#core/campaign/campaign";
import { SegmentFilter } from "#core/segment/filter";

const PREMIUM = { path: "attributes.plan", op: "eq", value: "premium" } as const;

test("the flat list means all of them, in a segment and in a campaign's audience", () => {
  expect(SegmentFilter.parse({ filters: [PREMIUM] })).toEqual({ all: [PREMIUM] });
  expect(Audience.parse({ kind: "filter", filter: { filters: [PREMIUM] } })).toEqual({
    kind: "filter",
    filter: { all: [PREMIUM] },
  });
  expect(SegmentFilter.parse({ not: PREMIUM })).toEqual({ not: PREMIUM });
});

test.each([
  [{ filters: [{ ...PREMIUM, path: "plan" }] }],
  [{ filters: PREMIUM }],
  [{ filters: [PREMIUM], all: [PREMIUM] }],
  [{ filters: Array.from({ length: 26 }, () => PREMIUM) }],
  [{ not: { path: "created", op: "eq", value: "2026" } }],
])("refused, in an audience too: %j", (filter) => {
  expect(SegmentFilter.safeParse(filter).success).toBe(false);
  expect(Audience.safeParse({ kind: "filter", filter }).success).toBe(false);
});

test("what is shown of it has a schema: that of a tree", () => {
  expect(JSON.stringify(z.toJSONSchema(Audience, { io: "output" }))).not.toContain('"filters"');
  expect(JSON.stringify(z.toJSONSchema(Audience, { io: "input" }))).toContain('"filters"');
});
