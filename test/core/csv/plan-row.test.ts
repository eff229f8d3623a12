// What a row does to whom we know: rules, dates, refusals.
import { describe, expect, test } from "vitest";
import type { Rule } from "#core/csv/mapping";
import { planRow } from "#core/csv/plan-row";
import type { KnownPerson, KnownValue } from "#core/csv/plan-row";
import type { ReadPerson } from "#core/csv/read-person";
import type { Told } from "#core/csv/read-consent";

const AT = 1_000;
const ROW: ReadPerson = {
  kind: "person",
  number: "+13035550100",
  name: "Anna",
  language: null,
  zone: null,
  attributes: { plan: "gold" },
  tags: ["vip"],
  categories: { intake: "hot" },
  told: [],
  kept: {},
};
const STRANGER: KnownPerson = {
  contactId: "c1",
  forgottenAt: null,
  standing: "unknown",
  values: {},
  permissions: {},
};
const dated = (value: KnownValue["value"], at = 5): KnownValue => ({ value, at, source: "api" });

function plan(
  known: Partial<KnownPerson> | null,
  { rule = "fill", told = [] }: { rule?: Rule; told?: readonly Told[] } = {},
) {
  const planned = planRow({ ...ROW, told }, known === null ? null : { ...STRANGER, ...known }, {
    rule,
    at: AT,
  });
  if (planned.kind === "rejected") return planned.why.kind;
  return [
    planned.kind,
    ...planned.changes.map(({ field, from, to }) => `${field} ${String(from)} -> ${String(to)}`),
  ];
}

const ALL = [
  "name null -> Anna",
  "attributes.plan null -> gold",
  "tags.vip null -> true",
  "categories.intake null -> hot",
];

describe("somebody nobody knew", () => {
  test.each(["keep", "fill", "overwrite"] as const)("is new, with all the row says: %s", (rule) => {
    expect(plan(null, { rule })).toEqual(["new", ...ALL]);
  });
});

describe("somebody we know", () => {
  const values = {
    name: dated("Ana"),
    "attributes.plan": dated(null),
    "tags.vip": dated(false),
    "categories.intake": dated("hot"),
  };
  test.each([
    ["keep", ["same"]],
    ["fill", ["changed", "attributes.plan null -> gold"]],
    ["overwrite", ["changed", "name Ana -> Anna", "attributes.plan null -> gold", "tags.vip false -> true"]],
  ] as const)("%s", (rule, planned) => {
    expect(plan({ values }, { rule })).toEqual(planned);
  });

  test("keeps what changed after the import began", () => {
    expect(plan({ values: { ...values, name: dated("Ana", AT + 1) } }, { rule: "overwrite" })).not.toContain(
      "name Ana -> Anna",
    );
  });

  test("who has all of it already is the same", () => {
    const all = {
      name: dated("Anna"),
      "attributes.plan": dated("gold"),
      "tags.vip": dated(true),
      "categories.intake": dated("hot"),
    };
    expect(plan({ values: all }, { rule: "overwrite" })).toEqual(["same"]);
  });
});

const grant = (at: number | null): Told => ({ kind: "grant", channel: "*", at, words: "consent: yes" });
const refusal = (at: number | null): Told => ({
  kind: "suppression",
  channel: "*",
  at,
  words: "opted out: yes",
});
const consentOf = (known: Partial<KnownPerson>, told: Told, rule: Rule = "overwrite") => {
  const planned = plan(known, { rule, told: [told] });
  return typeof planned === "string"
    ? planned
    : planned.filter((change) => /^(grant|suppression)\./.test(change));
};
const permitted = (grantedAt: number | null, suppressedAt: number | null) => ({
  permissions: { "*": { grantedAt, suppressedAt } },
});

describe("what we are told about consent", () => {
  test.each([
    ["a grant is as of the import", {}, grant(null), ["grant.* null -> 1000"]],
    ["or of its date", {}, grant(300), ["grant.* null -> 300"]],
    ["yes again says nothing new", permitted(200, null), grant(null), []],
    ["a newer date does", permitted(200, null), grant(300), ["grant.* 200 -> 300"]],
    ["an older one does not", permitted(200, null), grant(100), []],
    ["yes lifts no refusal", { standing: "suppressed", ...permitted(null, 200) }, grant(null), []],
    [
      "what was agreed to afterwards does",
      { standing: "suppressed", ...permitted(null, 200) },
      grant(300),
      ["grant.* null -> 300"],
    ],
    ["yes is nothing against their own opt-out", { standing: "opted-out" }, grant(null), []],
    ["a refusal is heard", {}, refusal(null), ["suppression.* null -> 1000"]],
    ["and once is enough", permitted(null, 200), refusal(null), []],
  ] as const)("%s", (_, known, told, changes) => {
    expect(consentOf(known, told)).toEqual(changes);
  });

  test("under `keep` only a refusal is heard", () => {
    expect(consentOf({}, grant(null), "keep")).toEqual([]);
    expect(consentOf({}, refusal(null), "keep")).toEqual(["suppression.* null -> 1000"]);
  });
});

describe("somebody who was forgotten", () => {
  test.each([
    ["and said nothing, before the import: may come back", { forgottenAt: 5 }, ["new", ...ALL]],
    ["after the import began: stays so", { forgottenAt: AT }, "forgotten"],
    ["and had opted out: stays so", { forgottenAt: 5, standing: "opted-out" }, "forgotten"],
    ["and was suppressed: stays so", { forgottenAt: 5, standing: "suppressed" }, "forgotten"],
  ] as const)("%s", (_, known, planned) => {
    expect(plan(known)).toEqual(planned);
  });
});
