// How runs end, and what that makes of a survey.
import { describe, expect, it } from "vitest";
import { dispositionOf } from "#core/conversation/disposition";
import type { Ending } from "#core/conversation/disposition";
import { rates } from "#core/conversation/rates";
import type { Answer, Disposition } from "#core/conversation/run";

const ANSWER: Answer = { value: 4, label: "4", words: "4", at: 1 };
const SKIPPED: Answer = { value: null, label: "", words: "skip", at: 1, skipped: true };

describe("the disposition of a run", () => {
  it.each<[Ending, silent: Disposition, spoke: Disposition, answered: Disposition]>([
    ["finished", "completed", "completed", "completed"],
    ["early", "refused", "refused", "partial"],
    ["deadline", "unresponsive", "expired", "partial"],
    ["silence", "unresponsive", "expired", "breakoff"],
    ["opted-out", "refused", "refused", "breakoff"],
    ["failed", "failed", "failed", "failed"],
  ])("that came to its end by %s", (ending, silent, spoke, answered) => {
    expect(dispositionOf(ending, { heardAt: null, answers: {} })).toBe(silent);
    expect(dispositionOf(ending, { heardAt: 1, answers: {} })).toBe(spoke);
    expect(dispositionOf(ending, { heardAt: 1, answers: { rating: ANSWER } })).toBe(answered);
  });

  it("takes a skipped question for no answer", () => {
    expect(dispositionOf("silence", { heardAt: 1, answers: { rating: SKIPPED } })).toBe("expired");
  });
});

describe("the rates of a survey", () => {
  it("are those of the AAPOR definitions, each with its formula", () => {
    const counts = {
      completed: 50,
      partial: 10,
      breakoff: 5,
      refused: 10,
      expired: 5,
      unresponsive: 15,
      failed: 5,
      ineligible: 20,
    };
    expect(
      rates(counts).map(({ name, numerator, denominator, value }) => ({
        name,
        numerator,
        denominator,
        value,
      })),
    ).toEqual([
      { name: "response", numerator: 50, denominator: 100, value: 0.5 },
      { name: "contact", numerator: 80, denominator: 100, value: 0.8 },
      { name: "cooperation", numerator: 50, denominator: 80, value: 0.625 },
      { name: "refusal", numerator: 15, denominator: 100, value: 0.15 },
    ]);
    expect(rates(counts).map(({ formula }) => formula)[0]).toBe(
      "completed / everyone asked, except the ineligible",
    );
  });

  it("are nothing, not zero, before anyone was asked", () => {
    expect(rates({ ineligible: 3 }).map(({ value }) => value)).toEqual([null, null, null, null]);
  });
});
