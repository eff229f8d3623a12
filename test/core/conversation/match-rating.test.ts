// What counts as a mark on a scale.
import { describe, expect, test } from "vitest";
import { answer, asking, speaking } from "./matching.ts";

const stars = asking({ kind: "rating" });
const nps = asking({ kind: "nps" });

describe("one to five", () => {
  test.each([
    ["4", 4],
    ["4/5", 4],
    ["4 / 5", 4],
    ["4 out of 5", 4],
    ["4 of 5", 4],
    ["four out of five", 4],
    ["five stars", 5],
    ["5 stars out of 5!", 5],
    ["four", 4],
    ["I'd give it a 4", 4],
    ["⭐⭐⭐⭐", 4],
    ["⭐️⭐️", 2],
    ["★★★☆☆", 3],
    ["☆☆☆", 3],
    ["🌟🌟🌟🌟🌟 loved it", 5],
    ["4 ⭐", 4],
    ["٤", 4],
    ["5/5", 5],
    ["not 5, 4", 4],
    ["0", "[too-small]"],
    ["6", "[too-large]"],
    ["⭐⭐⭐⭐⭐⭐", "[too-large]"],
    ["4.5", "[not-whole]"],
    ["four and a half", "[not-whole]"],
    ["3/5 because it was cold for 2 days", 3],
    ["3/5 for the food, 4/5 for the rest", "[ambiguous]"],
    ["4,5", "[not-whole]"],
    ["4 or 5", "[ambiguous]"],
    ["4-5", "[ambiguous]"],
    ["8/10", "[ambiguous]"],
    ["5/4", "[ambiguous]"],
    ["great", "[not-a-number]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(stars, said)).toBe(expected);
  });

  test.each([
    ["es", "cuatro estrellas", 4],
    ["es", "4 de 5", 4],
    ["fr", "4 sur 5", 4],
    ["de", "4 von 5 Sternen", 4],
    ["pt", "nota 4 de 5", 4],
    ["it", "4 su 5", 4],
    ["nl", "4 van de 5", 4],
    ["ar", "٤ من ٥", 4],
    ["hi", "पाँच में से चार", "[ambiguous]"],
    ["zh", "四星", 4],
  ])("%s: %s -> %s", (language, said, expected) => {
    expect(answer(stars, said, speaking(language))).toBe(expected);
  });

  test("a scale from zero", () => {
    const scale = asking({ kind: "rating", min: 0, max: 10 });
    expect(answer(scale, "zero stars")).toBe(0);
    expect(answer(scale, "8/10")).toBe(8);
  });
});

describe("how likely, nought to ten", () => {
  test.each([
    ["10", 10],
    ["10/10", 10],
    ["nine", 9],
    ["9 out of 10", 9],
    ["0", 0],
    ["zero", 0],
    ["11", "[too-large]"],
    ["-1", "[too-small]"],
    ["9 or 10", "[ambiguous]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(nps, said)).toBe(expected);
  });

  test("a tapped mark whose channel sends no words", () => {
    expect(answer(nps, { text: "", option: "9" })).toBe(9);
  });
});
