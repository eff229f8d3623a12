// Any campaign that the API would keep, with every option there is.
import * as fc from "fast-check";
import type { CampaignConfig } from "#core/campaign/campaign";
import type { Condition } from "#core/condition";

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const words = fc.stringMatching(/^[A-Za-z{} ,.!]{0,30}[A-Za-z.]$/).map((text) => text.trim());
const reference = fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/), fc.uuid());
const language = fc.constantFrom("en", "es", "pt-BR", "zh-Hant", "und");
const instant = fc
  .date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2028-01-01T00:00:00Z"), noInvalidDate: true })
  .chain((at) =>
    fc.constantFrom(
      at.toISOString(),
      at.toISOString().replace(".000Z", "Z"),
      at.toISOString().replace("Z", "+02:00"),
    ),
  );

const content = fc.oneof(
  reference.map((template) => ({ kind: "template" as const, template })),
  reference.map((flow) => ({ kind: "flow" as const, flow })),
  fc
    .dictionary(language, words, { minKeys: 1 })
    .map((text) => ({ kind: "text" as const, text: { ...text } })),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    words.map((value): Condition => ({ path: "attributes.plan", op: "eq", value })),
    fc
      .array(words, { minLength: 1, maxLength: 3 })
      .map((value): Condition => ({ path: "tags", op: "in", value })),
    fc.boolean().map((value): Condition => ({ path: "language", op: "exists", value })),
  ),
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("leaf"),
    fc.array(tie("tree"), { maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie("tree"), { maxLength: 3 }).map((any): Condition => ({ any })),
    tie("tree").map((not): Condition => ({ not })),
  ),
})).tree;

const audience = fc.oneof(
  reference.map((segment) => ({ kind: "segment" as const, segment })),
  condition.map((filter) => ({ kind: "filter" as const, filter })),
  fc
    .array(fc.uuid(), { minLength: 1, maxLength: 5 })
    .map((contacts) => ({ kind: "contacts" as const, contacts })),
);

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const span = fc
  .record({ from: time, to: fc.oneof(time, fc.constant("24:00")) })
  .filter(({ from, to }) => from !== to);
const day = fc.array(span, { maxLength: 6 });
const date = fc.constantFrom("2026-12-25", "2027-01-01", "2028-02-29");

export const arbitraryHours = fc.record({
  days: fc.record(
    { "1": day, "2": day, "3": day, "4": day, "5": day, "6": day, "7": day },
    { requiredKeys: [] },
  ),
  holidays: fc.uniqueArray(date),
});

const count = fc.integer({ min: 1, max: 1_000_000 });

export const arbitraryCampaign: fc.Arbitrary<CampaignConfig> = fc.record(
  {
    name: words,
    lineId: fc.uuid(),
    variants: fc.uniqueArray(
      fc.record({ name, weight: fc.double({ min: 0.01, max: 1_000, noNaN: true }), content }),
      { minLength: 1, maxLength: 5, selector: (variant) => variant.name },
    ),
    audience,
    startAt: instant,
    expiresAt: instant,
    hours: arbitraryHours,
    dailyCap: count,
    inConversation: fc.constantFrom("skip" as const, "wait" as const, "interrupt" as const),
    consent: fc.constantFrom("granted" as const, "not-refused" as const),
    fallbackLineId: fc.uuid(),
    quota: count,
  },
  { requiredKeys: ["name", "lineId", "variants", "audience", "inConversation", "consent"] },
);
