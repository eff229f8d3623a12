// A campaign opened in its form and saved as it is stays as it is, and what is changed and changed back leaves no trace.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addVariant,
  dropVariant,
  missingIn,
  moreIn,
  newDraft,
  put,
  putVariant,
} from "../../../admin-ui/src/features/campaigns/editor/draft.ts";
import { beginWith } from "../../../admin-ui/src/features/campaigns/editor/begin-with.ts";
import type { Draft } from "../../../admin-ui/src/features/campaigns/editor/draft.ts";
import { renameLanguage } from "../../../admin-ui/src/features/campaigns/editor/languages.ts";
import { holdDraft, toSave } from "../../../admin-ui/src/features/campaigns/editor/held.ts";
import { addSpan, setSpan, setSpans, spansOf } from "../../../admin-ui/src/ui/hours.ts";
import { CampaignConfig } from "#core/campaign/campaign";
import { arbitraryCampaign } from "./arbitrary-campaign.ts";

const SEED = 20_261_121;
const each = (check: (config: CampaignConfig) => void): void =>
  fc.assert(fc.property(arbitraryCampaign, check), { seed: SEED, numRuns: 500 });
const json = (value: unknown): string => JSON.stringify(value);

/** As the API gives it out. */
function kept(config: CampaignConfig): Draft {
  const parsed: Draft = JSON.parse(json(CampaignConfig.parse(config)));
  return parsed;
}

describe("a new campaign", () => {
  const [template, live, draft] = [{}, { published: {} }, { published: null }];

  it.each([
    ["a template, where there is one", [template], [live], "template"],
    ["a flow, where no template is", [], [draft, live], "flow"],
    ["words, where no flow is published", [], [draft], "text"],
    ["words, where there is nothing", [], [], "text"],
    ["a template, where nobody knows what there is", null, null, "template"],
  ] as const)("begins with %s", (_what, templates, flows, kind) => {
    expect(beginWith({ templates, flows })).toBe(kind);
    expect(newDraft({ kind }).variants[0]?.content.kind).toBe(kind);
  });

  it("begins with what it was asked for", () => {
    expect(newDraft({ flow: "visit", kind: "text" }).variants[0]?.content).toEqual({
      kind: "flow",
      flow: "visit",
    });
    expect(newDraft({ template: "fair", kind: "text" }).variants[0]?.content).toEqual({
      kind: "template",
      template: "fair",
    });
  });
});

describe("a campaign's form", () => {
  it("takes every valid campaign, and saves it to the same JSON", () => {
    each((config) => {
      const given = kept(config);
      const held = holdDraft({ id: "one", revision: 3, config: given });
      expect(missingIn(held.draft)).toEqual([]);
      expect(json(toSave(held))).toBe(json({ revision: 3, config: given }));
      expect(json(CampaignConfig.parse(toSave(held).config))).toBe(json(given));
    });
  });

  it("puts back what was taken away", () => {
    each((config) => {
      const given = kept(config);
      for (const name of ["expiresAt", "hours", "dailyCap", "fallbackLineId", "quota", "startAt"] as const) {
        const without = put(given, name, undefined);
        expect(name in without).toBe(false);
        expect(put(without, name, given[name])).toEqual(given);
        expect(given).toEqual(kept(config));
      }
    });
  });

  it("forgets a variant that was added and removed, and one that was changed back", () => {
    each((config) => {
      const given = kept(config);
      expect(json(dropVariant(addVariant(given), given.variants.length))).toBe(json(given));
      const [first] = given.variants;
      if (first === undefined) throw new Error("a campaign has a variant");
      const changed = putVariant(given, 0, { content: { kind: "flow", flow: "another" } });
      expect(json(putVariant(changed, 0, { content: first.content }))).toBe(json(given));
      const names = addVariant(given).variants.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  it("keeps the words of every language where one is renamed and renamed back", () => {
    each(({ variants }) => {
      for (const { content } of variants) {
        if (content.kind !== "text") continue;
        const [tag = ""] = Object.keys(content.text);
        const there = renameLanguage(content.text, tag, "xx");
        expect(json(renameLanguage(there, "xx", tag))).toBe(json(content.text));
      }
    });
  });

  it("changes a window of its hours and no other", () => {
    each(({ hours }) => {
      if (hours === undefined) return;
      const before = spansOf(hours, "3");
      const more = addSpan(hours, "3");
      expect(spansOf(more, "3").length).toBeGreaterThan(before.length - 1);
      expect(spansOf(setSpans(more, "3", before), "3")).toEqual(before);
      expect({ ...more.days, "3": undefined }).toEqual({ ...hours.days, "3": undefined });
      const [first] = before;
      if (first === undefined) return;
      const changed = setSpan(hours, "3", 0, { to: "23:59" });
      expect(json(setSpan(changed, "3", 0, { to: first.to }))).toBe(json(hours));
    });
  });

  it("says what is still to be chosen, and counts what is set below", () => {
    const begun = newDraft({});
    expect(missingIn(begun)).toEqual([
      "what to say",
      "who is to get it",
      "the line it goes out by",
      "a name",
    ]);
    expect(moreIn(begun)).toBe(0);
    expect(moreIn({ ...begun, dailyCap: 5, consent: "not-refused" })).toBe(2);
    expect(newDraft({ flow: "survey", segment: "all" })).toMatchObject({
      variants: [{ content: { kind: "flow", flow: "survey" } }],
      audience: { kind: "segment", segment: "all" },
    });
  });
});
