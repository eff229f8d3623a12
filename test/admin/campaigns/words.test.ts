// What the pages of campaigns say, case by case.
import { describe, expect, it } from "vitest";
import { adviceFor } from "../../../admin-ui/src/features/campaigns/running/advice.ts";
import { bestOf } from "../../../admin-ui/src/features/campaigns/running/best.ts";
import { moveInWords } from "../../../admin-ui/src/features/campaigns/running/moves.ts";
import { remedyOf } from "../../../admin-ui/src/features/campaigns/editor/remedies.ts";
import { newDraft } from "../../../admin-ui/src/features/campaigns/editor/draft.ts";
import { suggestName } from "../../../admin-ui/src/features/campaigns/editor/use-suggested-name.ts";
import { lineInWords } from "../../../admin-ui/src/features/campaigns/editor/line-words.ts";
import { listed, money, people, percent, segments } from "../../../admin-ui/src/features/campaigns/words.ts";
import { describeFailure } from "#core/campaign/reasons";

describe("words", () => {
  it.each([
    [people(1), "1 person"],
    [people(12_345), "12,345 people"],
    [segments(1), "1 segment"],
    [money({ currency: "GBP", amount: 0.6 }), "£0.60"],
    [money(null), "unknown"],
    [listed(["a name"]), "a name"],
    [listed(["what", "who", "a name"]), "what, who and a name"],
    [percent(1, 3), "33%"],
    [percent(0, 0), null],
    [moveInWords("paused", "partyline"), "It paused by itself"],
    [moveInWords("paused", "ann@example.org"), "ann@example.org paused it"],
  ])("%s", (said, expected) => expect(said).toBe(expected));

  it("tells a line's pace and cap", () => {
    const line = { channel: "sms" as const, zone: "UTC", segmentsPerSecond: 1 };
    expect(lineInWords(line)).toBe("Texts, 1 segment a second, no spend cap.");
    const prices = { currency: "GBP", perSegment: { "*": 0.04 } };
    expect(lineInWords({ ...line, segmentsPerSecond: 5, prices, spendCapPerDay: 50 })).toBe(
      "Texts, 5 segments a second, at most £50 a day.",
    );
  });
});

describe("a new campaign", () => {
  const templates = [{ id: "t1", slug: "open-saturday", name: "Open Saturday" }];
  const segments = [{ id: "s1", name: "Elm Street" }];
  const name = (given: Parameters<typeof newDraft>[0]) =>
    suggestName(newDraft(given), [{ id: "f1", slug: "survey", name: "Survey" }], templates, segments);

  it("is named after what it says and who gets it", () => {
    expect(name({ template: "open-saturday", segment: "s1" })).toBe("Open Saturday, Elm Street");
    expect(name({ flow: "survey" })).toBe("Survey");
    expect(name({ segment: "Elm Street" })).toBe("Elm Street");
    expect(name({ template: "gone" })).toBe("");
  });
});

describe("advice", () => {
  it("knows what to do about every failure that has words", () => {
    const named = Array.from({ length: 70_000 }, (_code, code) => code).filter(
      (code) => describeFailure(code) !== `carrier error ${code}`,
    );
    expect(named.length).toBeGreaterThan(20);
    const unknown = adviceFor("99999").words;
    expect(named.filter((code) => adviceFor(String(code)).words === unknown)).toEqual([]);
  });

  it("sends one where a finding is put right", () => {
    const draft = newDraft({ template: "hello", segment: "street", lineId: "line" });
    expect(remedyOf("no-prices", draft)).toEqual({ kind: "line" });
    expect(remedyOf("missing-placeholders", draft)).toEqual({ kind: "template", template: "hello" });
    expect(remedyOf("all-excluded", draft)).toEqual({ kind: "segment", segment: "street" });
    expect(remedyOf("no-flow", newDraft({ flow: "survey" }))).toEqual({ kind: "flow", flow: "survey" });
    expect(remedyOf("daily-cap", draft)?.kind).toBe("here");
    expect(remedyOf("by-fallback", draft)).toBe(null);
  });
});

describe("the better variant", () => {
  it.each([
    ["ahead by more than chance", { a: { sent: 500, replied: 100 }, b: { sent: 500, replied: 50 } }, "a"],
    ["ahead by chance", { a: { sent: 20, replied: 6 }, b: { sent: 20, replied: 4 } }, null],
    ["too few replies", { a: { sent: 4, replied: 4 }, b: { sent: 400, replied: 0 } }, null],
    ["sent to nobody", { a: { sent: 100, replied: 50 }, b: { sent: 0, replied: 0 } }, null],
    ["the same", { a: { sent: 100, replied: 100 }, b: { sent: 100, replied: 100 } }, null],
  ])("%s", (_case, variants, best) => expect(bestOf(variants)).toBe(best));
});
