// What the checker is told of options that people could mix up.
import { describe, expect, test } from "vitest";
import { overlaps } from "#core/conversation/match";
import { asking } from "./matching.ts";

const option = (id: string, en: string, synonyms: string[] = []) => ({
  id,
  label: { en },
  synonyms: { en: synonyms },
});
const found = (...options: unknown[]) =>
  overlaps(asking({ kind: "choice", options }), ["en"]).map(
    ({ a, b, word }) => `${word}: ${[a, b].sort().join("/")}`,
  );

describe("nothing to mix up", () => {
  test.each([
    [option("red", "Red"), option("blue", "Blue"), option("light", "Light blue")],
    [option("one", "1"), option("two", "2"), option("three", "3")],
    [option("a", "A"), option("b", "B")],
    [option("cpp", "C++"), option("cs", "C#"), option("c", "C")],
    [option("a", "iPhone 15"), option("b", "iPhone 16")],
    [option("first", "First"), option("second", "Second")],
  ])("%#", (...options) => {
    expect(found(...options)).toEqual([]);
  });
});

describe("words of two options", () => {
  test("the same synonym twice", () => {
    expect(found(option("a", "Tea", ["Hot drink"]), option("b", "Coffee", ["HOT DRINK"]))).toEqual([
      "Hot drink: a/b",
    ]);
  });
  test("a label that is another's synonym", () => {
    expect(found(option("a", "Tea"), option("b", "Chai", ["TÉA"]))).toEqual(["Tea: a/b"]);
  });
  test("labels that differ by an emoji only", () => {
    expect(found(option("a", "🔵 Blue"), option("b", "Blue 🔷"))).toEqual(["blue: a/b"]);
  });
});

describe("names and places", () => {
  test("a label that is another option's number", () => {
    expect(found(option("x", "2"), option("y", "Pear"))).toEqual(["2: x/y"]);
  });
  test("a label that is another option's letter", () => {
    expect(found(option("x", "B"), option("y", "Pear"))).toEqual(["b: x/y"]);
  });
  test("a label that is another option's number in words", () => {
    expect(found(option("x", "Second"), option("y", "Pear"))).toEqual(["second: x/y"]);
  });
  test("labels a person would type without their sign", () => {
    expect(found(option("low", "-1"), option("zero", "0"), option("high", "+1"))).toEqual(["1: high/low"]);
  });
  test("1 beside 10", () => {
    expect(found(option("one", "1"), option("ten", "10"))).toEqual(["1: one/ten"]);
  });
  test("10 before 1", () => {
    expect(found(option("ten", "10"), option("one", "1"))).toContain("1: one/ten");
  });
});

test("each language is looked at by itself", () => {
  const rule = asking({
    kind: "multi-choice",
    options: [
      { id: "a", label: { en: "Tea", fr: "Thé" } },
      { id: "b", label: { en: "Coffee", fr: "Café" }, synonyms: { fr: ["le thé"] } },
      { id: "c", label: { en: "Milk", fr: "Thé" } },
    ],
  });
  expect(overlaps(rule, ["en", "fr"])).toEqual([{ a: "a", b: "c", language: "fr", word: "Thé" }]);
});

test("yes-words that mean no", () => {
  const rule = asking({
    kind: "yes-no",
    yesWords: { en: ["go", "pass"] },
    noWords: { en: ["pass", "stay"] },
  });
  expect(overlaps(rule, ["en"])).toEqual([{ a: "yes", b: "no", language: "en", word: "pass" }]);
});

test("other questions have no options", () => {
  expect(overlaps(asking({ kind: "number" }), ["en"])).toEqual([]);
});
