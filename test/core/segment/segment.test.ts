// What a segment may ask, how it is sent, and what its spans mean at an instant.
import { describe, expect, test } from "vitest";
import type { Condition } from "#core/condition";
import type { KnownContact } from "#core/segment/contact";
import { SegmentFilter } from "#core/segment/filter";
import { checkCondition } from "#core/segment/path";
import { atInstant, includes, readSpan } from "#core/segment/span";

const NOW = Date.UTC(2026, 10, 21, 12);
const answer = (value: KnownContact["answers"][string][string]["value"], label = "") => ({
  value,
  label,
  words: "",
  at: 0,
});
const ANN: KnownContact = {
  name: "Ann",
  language: "en",
  zone: null,
  createdAt: Date.UTC(2026, 9, 1),
  lastInboundAt: Date.UTC(2026, 10, 20, 12),
  attributes: { plan: "Premium", score: "10", cleared: null },
  tags: ["VIP"],
  categories: { spring: "Sent to call" },
  consent: { sms: ["granted"], whatsapp: ["opted-out"], chat: [] },
  answers: {
    survey: {
      rating: answer(4),
      where: answer({ latitude: 1, longitude: 2 }, "Ayr"),
      topics: answer(["bread", "roses"]),
    },
  },
  campaigns: { received: ["c1", "c2"], replied: ["c1"] },
  lists: ["l1"],
};

test.each<[path: string, op: string, value: unknown, expected: boolean]>([
  ["attributes.plan", "eq", "premium", true],
  ["attributes.name", "eq", "ann", true],
  ["attributes.cleared", "exists", true, false],
  ["attributes.constructor", "exists", true, false],
  ["tags", "contains", "vip", true],
  ["category.spring", "eq", "sent to call", true],
  ["category.autumn", "exists", undefined, false],
  ["consent.sms", "eq", "granted", true],
  ["consent.chat", "exists", undefined, false],
  ["channel", "in", ["chat", "whatsapp"], true],
  ["channel", "eq", "chat", false],
  ["language", "eq", "EN", true],
  ["zone", "ne", "Europe/London", true],
  ["created", "before", "2026-11-01", true],
  ["created", "after", "-30d", false],
  ["created", "between", ["-9w", "-4w"], true],
  ["last_inbound", "after", "-1d", false],
  ["last_inbound", "after", "-25h", true],
  ["campaigns.received", "contains", "c2", true],
  ["campaigns.replied", "contains", "c2", false],
  ["answers.survey.rating", "gte", 4, true],
  ["answers.survey.where", "eq", "ayr", true],
  ["answers.survey.topics", "contains", "roses", true],
  ["answers.other.rating", "ne", 4, true],
  ["lists", "eq", "l1", true],
])("%s %s %j: %s", (path, op, value, expected) => {
  const filter = SegmentFilter.parse({ path, op, ...(value !== undefined && { value }) });
  expect(includes(filter, ANN, NOW)).toBe(expected);
});

describe("the flat list", () => {
  const premium = { path: "attributes.plan", op: "eq", value: "premium" };
  const vip = { path: "tags", op: "contains", value: "vip" };

  test("means all of them", () => {
    expect(SegmentFilter.parse({ filters: [premium, vip] })).toEqual({ all: [premium, vip] });
    expect(SegmentFilter.parse({ filters: [] })).toEqual({ all: [] });
  });

  test("is no member of a tree", () => {
    expect(SegmentFilter.safeParse({ any: [{ filters: [premium] }] }).success).toBe(false);
  });
});

test.each<[value: unknown, lengthMs: number | null]>([
  ["-30d", 30 * 86_400_000],
  ["+90m", 90 * 60_000],
  ["-2w", 14 * 86_400_000],
  ["30d", null],
  ["-30", null],
  ["-30y", null],
  ["-99999d", null],
  [-30, null],
])("the span %j", (value, lengthMs) => expect(readSpan(value)?.lengthMs ?? null).toBe(lengthMs));

test("a span is an instant only where times are compared", () => {
  const tree: Condition = {
    all: [
      { not: { path: "created", op: "before", value: "-1d" } },
      { any: [{ path: "attributes.delta", op: "eq", value: "-1d" }] },
    ],
  };
  expect(atInstant(tree, NOW)).toEqual({
    all: [
      { not: { path: "created", op: "before", value: "2026-11-20T12:00:00.000Z" } },
      { any: [{ path: "attributes.delta", op: "eq", value: "-1d" }] },
    ],
  });
});

test.each<[path: string, op: "eq" | "after", value: string, words: string | null]>([
  ["attributes.plan", "eq", "x", null],
  ["answers.survey.rating", "eq", "x", null],
  ["created", "after", "2026-11-21", null],
  ["created", "after", "-3d", null],
  ["attributes", "eq", "x", "needs a name"],
  ["answers.rating", "eq", "x", "needs a flow and a question"],
  ["consent.fax", "eq", "x", "needs a channel"],
  ["consent.sms", "eq", "Opted-In ", null],
  [
    "consent.sms",
    "eq",
    "yes",
    'is one of opted-out, suppressed, opted-in, granted, unknown; it is never "yes"',
  ],
  ["channel", "eq", "email", 'is one of sms, whatsapp, chat; it is never "email"'],
  ["campaigns.opened", "eq", "x", "is campaigns.received or campaigns.replied"],
  ["tags.vip", "eq", "x", "is just tags"],
  ["created", "after", "soon", "is compared with a day"],
  ["created", "eq", "2026-11-21", "takes before, after, between, exists, not eq"],
  ["shoe.size", "eq", "x", "is nothing a segment knows"],
])("%s %s %s", (path, op, value, words) => {
  const [problem] = checkCondition({ path, op, value });
  expect(problem?.message ?? null).toEqual(words === null ? null : expect.stringContaining(words));
});

test("groups within groups within groups end somewhere", () => {
  const deep = (levels: number): Condition => (levels === 0 ? { all: [] } : { not: deep(levels - 1) });
  expect(checkCondition(deep(9))).toEqual([]);
  expect(checkCondition(deep(10)).map(({ message }) => message)).toEqual(["has groups more than 10 deep"]);
});
