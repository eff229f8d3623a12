// Segments read back in English, one line each.
import { describe, expect, test } from "vitest";
import { Condition } from "#core/condition";
import { describeSegment } from "#core/segment/sentence";

const NAMES: Readonly<Record<string, string>> = {
  "list l1": "Helpers",
  "campaign c1": "Spring appeal",
  "flow product-review": "Product review",
};
const sentence = (condition: unknown) =>
  describeSegment(Condition.parse(condition), (kind, key) => NAMES[`${kind} ${key}`] ?? null);

test.each<[string, unknown]>([
  ["Everyone.", { all: [] }],
  ["Nobody.", { any: [] }],
  ["Everyone whose plan is “premium”.", { path: "attributes.plan", op: "eq", value: "premium" }],
  ["Everyone whose first name is not “Ann”.", { path: "attributes.first_name", op: "ne", value: "Ann" }],
  ["Everyone whose score is more than 5.", { path: "attributes.score", op: "gt", value: 5 }],
  ["Everyone whose score is more than “5”.", { path: "attributes.score", op: "gt", value: "5" }],
  ["Everyone whose score is 5 or less.", { path: "attributes.score", op: "lte", value: 5 }],
  ["Everyone whose score is between 1 and 5.", { path: "attributes.score", op: "between", value: [1, 5] }],
  [
    "Everyone whose town is “Ayr”, “Bute” or “Crail”.",
    { path: "attributes.town", op: "in", value: ["Ayr", "Bute", "Crail"] },
  ],
  [
    "Everyone whose town is neither “Ayr” nor “Bute”.",
    { path: "attributes.town", op: "nin", value: ["Ayr", "Bute"] },
  ],
  ["Everyone whose town comes after “M”.", { path: "attributes.town", op: "gt", value: "M" }],
  ["Everyone whose town begins with “St”.", { path: "attributes.town", op: "starts_with", value: "St" }],
  ["Everyone whose member is yes.", { path: "attributes.member", op: "eq", value: true }],
  [
    "Everyone whose renewal is before 21 November 2026.",
    { path: "attributes.renewal", op: "before", value: "2026-11-21" },
  ],
  [
    "Everyone whose renewal is before 7 days from now.",
    { path: "attributes.renewal", op: "before", value: "+7d" },
  ],
  ["Everyone whose e mail is not known.", { path: "attributes.e_mail", op: "exists", value: false }],
  ["Everyone who is tagged “vip”.", { path: "tags", op: "contains", value: "vip" }],
  ["Everyone who is not tagged “vip” or “driver”.", { path: "tags", op: "nin", value: ["vip", "driver"] }],
  ["Everyone who has no tag.", { path: "tags", op: "exists", value: false }],
  ["Everyone one of whose tags begins with “area-”.", { path: "tags", op: "starts_with", value: "area-" }],
  ["Everyone who is on the list “Helpers”.", { path: "lists", op: "contains", value: "l1" }],
  [
    "Everyone who is in category “Sent to call” of the funnel spring.",
    { path: "category.spring", op: "eq", value: "Sent to call" },
  ],
  ["Everyone who has opted out of SMS.", { path: "consent.sms", op: "eq", value: "opted-out" }],
  [
    "Everyone who has opted in to SMS or is down as agreeing to SMS.",
    { path: "consent.sms", op: "in", value: ["opted-in", "granted"] },
  ],
  [
    "Everyone who has not opted out of WhatsApp and is not barred from WhatsApp.",
    { path: "consent.whatsapp", op: "nin", value: ["opted-out", "suppressed"] },
  ],
  ["Everyone who can be reached by WhatsApp.", { path: "channel", op: "eq", value: "whatsapp" }],
  ["Everyone whose language is “es”.", { path: "language", op: "eq", value: "es" }],
  ["Everyone who was added in the last 30 days.", { path: "created", op: "after", value: "-30d" }],
  ["Everyone who was added more than 1 week ago.", { path: "created", op: "before", value: "-1w" }],
  [
    "Everyone who last wrote between 60 days ago and 30 days ago.",
    { path: "last_inbound", op: "between", value: ["-60d", "-30d"] },
  ],
  [
    "Everyone who last wrote before 21 November 2026, 08:00 UTC.",
    { path: "last_inbound", op: "before", value: "2026-11-21T10:00+02:00" },
  ],
  ["Everyone who has never written to us.", { path: "last_inbound", op: "exists", value: false }],
  [
    "Everyone who got the campaign “Spring appeal”.",
    { path: "campaigns.received", op: "contains", value: "c1" },
  ],
  [
    "Everyone who did not reply to the campaign “Spring appeal”.",
    { path: "campaigns.replied", op: "ne", value: "c1" },
  ],
  [
    "Everyone whose answer to “rating” in Product review is 4 or more.",
    { path: "answers.product-review.rating", op: "gte", value: 4 },
  ],
  [
    "Everyone who has not answered “rating” in Product review.",
    { path: "answers.product-review.rating", op: "exists", value: false },
  ],
])("%s", (expected, condition) => expect(sentence(condition)).toBe(expected));

const vip = { path: "tags", op: "contains", value: "vip" };
const pro = { path: "attributes.plan", op: "eq", value: "pro" };
const old = { path: "attributes.age", op: "gt", value: 60 };

describe("trees", () => {
  test.each<[string, unknown]>([
    ["Everyone who is tagged “vip” and whose plan is “pro”.", { all: [vip, pro] }],
    [
      "Everyone who is tagged “vip”, whose plan is “pro” or whose age is more than 60.",
      { any: [vip, pro, old] },
    ],
    [
      "Everyone who is tagged “vip” and (whose plan is “pro” or whose age is more than 60).",
      { all: [vip, { any: [pro, old] }] },
    ],
    [
      "Everyone who is tagged “vip”, whose plan is “pro” and whose age is more than 60.",
      { all: [vip, { all: [pro, { all: [] }] }, old] },
    ],
    // A denied group is its parts denied.
    ["Everyone who is not tagged “vip” or whose age is not more than 60.", { not: { all: [vip, old] } }],
    ["Everyone who is not tagged “vip” and whose plan is not “pro”.", { not: { any: [vip, pro] } }],
    ["Everyone who is tagged “vip”.", { not: { not: vip } }],
    ["Everyone.", { any: [vip, { not: { any: [] } }] }],
    ["Nobody.", { all: [vip, { not: { all: [] } }] }],
  ])("%s", (expected, condition) => expect(sentence(condition)).toBe(expected));
});
