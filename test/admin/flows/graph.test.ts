// What the picture of a flow shows: which ways there are and how they are called.
import { describe, expect, it } from "vitest";
import { toFlow } from "../../../admin-ui/src/features/flows/draft/to-flow.ts";
import type { Draft } from "../../../admin-ui/src/features/flows/draft/draft.ts";
import { drawGraph } from "../../../admin-ui/src/features/flows/picture/graph.ts";

const en = (words: string) => ({ en: words });

function waysOf(nodes: Draft["nodes"], more: Partial<Draft> = {}): string[] {
  const graph = drawGraph(toFlow({ schema: 1, languages: ["en"], nodes, ...more }));
  const titles = new Map(graph.boxes.map(({ key, title }) => [key, title]));
  return graph.ways.map(({ from, to, label }) => `${titles.get(from)} -(${label})-> ${titles.get(to)}`);
}

describe("graph", () => {
  it("bundles the options that lead to one place", () => {
    const options = [
      { id: "red", label: en("Red") },
      { id: "blue", label: en("Blue") },
      { id: "none", label: en("None"), next: "bye" },
    ];
    const ways = waysOf([
      { id: "colour", kind: "ask", text: en("Which?"), answer: { kind: "choice", options } },
      { id: "why", kind: "say", text: en("Good.") },
      { id: "bye", kind: "end", text: en("Bye.") },
    ]);
    expect(ways).toEqual(["Which? -(Red / Blue)-> Good.", "Which? -(None)-> Bye.", "Good. -()-> Bye."]);
  });

  it("names every other way out of a question", () => {
    const ways = waysOf([
      {
        id: "age",
        kind: "ask",
        text: en("How old?"),
        answer: { kind: "number" },
        triesMax: 2,
        otherwise: "bye",
        skip: { words: { en: ["skip"] }, next: "end" },
        deadline: { afterMinutes: 2880, next: "gone" },
      },
      { id: "thanks", kind: "say", text: en("Thanks.") },
      { id: "bye", kind: "end", text: en("Bye.") },
    ]);
    expect(ways).toContain("How old? -(answered)-> Thanks.");
    expect(ways).toContain("How old? -(not understood 2×)-> Bye.");
    expect(ways).toContain("How old? -(skipped)-> End");
    expect(ways).toContain("How old? -(silent for 2 days)-> No such step");
  });

  it("says what a branch and a split decide by", () => {
    const ways = waysOf([
      {
        id: "mood",
        kind: "branch",
        cases: [{ when: { path: "answers.rating", op: "lte", value: 6 }, next: "lots" }],
      },
      { id: "bye", kind: "end", text: en("Bye.") },
      {
        id: "lots",
        kind: "split",
        ways: [
          { id: "a", weight: 3, next: "bye" },
          { id: "b", weight: 1, next: "end" },
        ],
      },
    ]);
    expect(ways).toEqual([
      expect.stringMatching(/^If rating is at most 6 -\(whose .*rating.*6.*\)-> Random split$/),
      "If rating is at most 6 -(else)-> Bye.",
      "Random split -(a, 75 %)-> Bye.",
      "Random split -(b, 25 %)-> End",
    ]);
  });

  it("shows words that count anywhere once, and marks what nothing leads to", () => {
    const flow = toFlow({
      schema: 1,
      languages: ["en"],
      nodes: [
        { id: "hello", kind: "say", text: en("Hello."), next: "end" },
        { id: "lost", kind: "say", text: en("Lost.") },
      ],
      interrupts: [{ words: { en: ["menu"] }, next: "hello" }],
    });
    const { boxes, ways } = drawGraph(flow);
    expect(boxes.filter(({ isLost }) => isLost).map(({ node }) => node)).toEqual(["lost"]);
    expect(boxes.filter(({ kind }) => kind === "anywhere").map(({ title }) => title)).toEqual([
      "Anywhere: menu",
    ]);
    expect(ways.some(({ from, to }) => from === "anywhere 0" && to === "0")).toBe(true);
  });
});
