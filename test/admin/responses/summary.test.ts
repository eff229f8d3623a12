// What the charts say, question by question.
import { describe, expect, it } from "vitest";
import type { AnswerRule } from "#core/conversation/flow";
import { countWords } from "../../../admin-ui/src/features/responses/count-words.ts";
import { questionsOf } from "../../../admin-ui/src/features/responses/question.ts";
import { toQuery } from "../../../admin-ui/src/features/responses/sought.ts";
import { npsOf, summarise } from "../../../admin-ui/src/features/responses/summary.ts";
import type { Chart } from "../../../admin-ui/src/features/responses/summary.ts";

type Counts = Readonly<Record<string, number>>;

function chartOf(rule: AnswerRule | null, counts: Counts, answered: number): Chart {
  const question = { name: "it", title: "It?", heading: "It?", rule, language: "en" };
  const values = Object.entries(counts).map(([value, count]) => ({ name: "it", value, count }));
  return summarise(question, { questions: [{ name: "it", answered, skipped: 0 }], values }).chart;
}

describe("summary", () => {
  it("shows every option in its order, also those that nobody chose and one that is gone", () => {
    const options = [
      { id: "red", label: { en: "Red" } },
      { id: "blue", label: { en: "Blue" } },
    ];
    const chart = chartOf({ kind: "multi-choice", options }, { blue: 3, pink: 1 }, 4);
    if (chart.kind !== "bars") throw new Error(chart.kind);
    expect(chart.bars.map(({ label, count, share }) => [label, count, share])).toEqual([
      ["Red", 0, 0],
      ["Blue", 3, 0.75],
      ["pink", 1, 0.25],
    ]);
  });

  it.each([
    [{ "10": 5, "9": 2, "8": 1, "6": 2 }, 50],
    [{ "7": 4 }, 0],
    [{ "0": 3 }, -100],
    [{}, 0],
  ])("scores %o as %i", (counts: Counts, score) => {
    const counted = Object.entries(counts).map(([value, count]) => ({ name: "it", value, count }));
    expect(npsOf(counted).score).toBe(score);
  });

  it("gives each of a few whole numbers its own bin, and many of them bins of a round width", () => {
    const few = chartOf({ kind: "number" }, { "1": 2, "4": 1 }, 3);
    if (few.kind !== "histogram") throw new Error(few.kind);
    expect(few.bins).toEqual([
      { label: "1", count: 2 },
      { label: "2", count: 0 },
      { label: "3", count: 0 },
      { label: "4", count: 1 },
    ]);
    expect([few.mean, few.median]).toEqual([2, 1]);
    const many = chartOf({ kind: "number" }, { "18": 1, "34": 2, "41": 1, "93": 1 }, 5);
    if (many.kind !== "histogram") throw new Error(many.kind);
    expect(many.bins[0]).toEqual({ label: "10–19", count: 1 });
    expect(many.bins.at(-1)).toEqual({ label: "90–99", count: 1 });
    expect(many.bins.reduce((sum, { count }) => sum + count, 0)).toBe(5);
  });

  it("counts a word once an answer, in any script, without those that say nothing", () => {
    const words = countWords([
      { value: "The food, the FOOD and the people", count: 1 },
      { value: "food", count: 2 },
      { value: "موظفون لطفاء", count: 1 },
    ]);
    expect(words).toEqual([
      { word: "food", count: 3 },
      { word: "people", count: 1 },
      { word: "لطفاء", count: 1 },
      { word: "موظفون", count: 1 },
    ]);
  });

  it("has a column for each question in the flow's order, then for what it no longer asks", () => {
    const flow = {
      schema: 1 as const,
      languages: ["en"],
      expiresAfterMinutes: 60,
      nodes: [
        {
          id: "your-name",
          kind: "ask" as const,
          text: { en: "Name?" },
          answer: { kind: "text" as const },
          triesMax: 3,
        },
        {
          id: "age",
          kind: "ask" as const,
          title: "Age",
          text: { en: "How old?" },
          answer: { kind: "number" as const },
          triesMax: 3,
        },
        {
          id: "why",
          kind: "ask" as const,
          text: { en: "Why {{ contact.home_town }}, {{ name | default: 'you' }}?" },
          answer: { kind: "text" as const },
          triesMax: 3,
        },
      ],
    };
    const columns = questionsOf(flow, ["zip", "age", "colour"]);
    expect(columns.map(({ name, heading }) => [name, heading])).toEqual([
      ["your_name", "Name?"],
      ["age", "Age"],
      ["why", "Why [home town], [name]?"],
      ["colour", "colour"],
      ["zip", "zip"],
    ]);
  });

  it("asks the API for what the address says", () => {
    expect(toQuery({ ended: "partial", answer: "age", value: "34", by: "age" })).toEqual({
      disposition: "partial",
      answer: "age",
      value: "34",
      order: "down",
      by: "age",
    });
    expect(toQuery({ up: true, answer: "age", from: "soon" })).toEqual({ order: "oldest" });
    const { from = "", to = "" } = toQuery({ from: "2026-11-21", to: "2026-11-21" });
    expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000);
  });
});
