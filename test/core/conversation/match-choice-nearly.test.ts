// What counts as an option although it is less than its label, nearly its label, or a number itself.
import { describe, expect, test } from "vitest";
import { answer, asking } from "./matching.ts";

const option = (id: string, label: string) => ({ id, label: { en: label } });
const choice = (...options: unknown[]) => asking({ kind: "choice", options });

describe("less than the label, or nearly the label", () => {
  const phones = choice(
    option("iphone", "iPhone 15 Pro"),
    option("galaxy", "Samsung Galaxy S24"),
    option("pixel", "Google Pixel 8"),
    option("none", "Don't like phones"),
  );
  test.each([
    ["iphone", "iphone"],
    ["the iPhone 15", "iphone"],
    ["iphone15pro", "iphone"],
    ["sam", "galaxy"],
    ["Samsung gal", "galaxy"],
    ["galaxy", "galaxy"],
    ["pixel 8", "pixel"],
    ["s24", "galaxy"],
    ["sa", "[not-an-option]"],
    ["phones", "[not-an-option]"],
    ["iphone 14", "[not-an-option]"],
    ["iphone 1", "[not-an-option]"],
    ["Gogle Pixel 8", "pixel"],
    ["Samsnug Galaxy S24", "galaxy"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(phones, said)).toBe(expected);
  });

  const moods = choice(
    option("great", "Great"),
    option("satisfied", "Satisfied"),
    option("neutral", "Indifferent"),
    option("train", "Train"),
    option("trail", "Trail"),
    option("brain", "Brain"),
  );
  test.each([
    ["graet", "great"],
    ["greatt", "great"],
    ["grea", "great"],
    ["statisfied", "satisfied"],
    ["satisfyed", "satisfied"],
    ["indiferrent", "neutral"],
    ["unsatisfied", "[not-an-option]"],
    ["dissatisfied", "[not-an-option]"],
    ["drain", "[not-an-option]"],
    ["traim", "[ambiguous]"],
    ["trains", "train"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(moods, said)).toBe(expected);
  });

  test("a compound is another word", () => {
    const rule = choice(option("yes", "Smoker"), option("ex", "Ex-smoker"));
    expect(answer(rule, "a smoker")).toBe("yes");
    expect(answer(rule, "non-smoker")).toBe("[not-an-option]");
    expect(answer(rule, "non smoker")).toBe("[not-an-option]");
    expect(answer(rule, "I'm an ex smoker")).toBe("ex");
  });

  test("words of four letters are not second-guessed", () => {
    expect(answer(choice(option("bed", "Beds"), option("car", "Cars")), "bads")).toBe("[not-an-option]");
  });

  test("a beginning two options share is ambiguous", () => {
    const rule = choice(option("a", "iPhone 15"), option("b", "iPhone 16"));
    expect(answer(rule, "iphone")).toBe("[ambiguous]");
    expect(answer(rule, "iphone 16")).toBe("b");
  });
});

describe("labels that are numbers", () => {
  const scores = choice(option("ten", "10"), option("five", "5"), option("one", "1"), option("two", "2+"));
  test.each([
    ["1", "one"],
    ["10", "ten"],
    ["5", "five"],
    ["2", "two"],
    ["3", "one"],
    ["I'd say 10", "ten"],
    ["option 1", "one"],
    ["1 or 5", "[ambiguous]"],
    ["1.5", "[not-an-option]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(scores, said)).toBe(expected);
  });

  test("signs tell labels apart", () => {
    const rule = choice(
      option("c", "C"),
      option("cpp", "C++"),
      option("cs", "C#"),
      option("minus", "-1"),
      option("one", "1"),
    );
    expect(["c++", "C#", "c", "-1", "1"].map((said) => answer(rule, said))).toEqual([
      "cpp",
      "cs",
      "c",
      "minus",
      "one",
    ]);
  });
});

describe("options that are only a yes or a no are heard as one", () => {
  const coming = choice(
    option("yes", "Yes"),
    option("no", "No"),
    option("maybe", "Maybe"),
    option("sick", "No, I am ill"),
  );
  test.each([
    ["yep", "yes"],
    ["y", "yes"],
    ["👍 yes!", "yes"],
    ["of course", "yes"],
    ["nope", "no"],
    ["n", "no"],
    ["no thanks", "no"],
    ["I can't", "no"],
    ["maybe later", "maybe"],
    ["no I am ill", "sick"],
    ["I have no idea", "[not-an-option]"],
    ["there is no parking", "[not-an-option]"],
    ["yes and no", "[not-an-option]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(coming, said)).toBe(expected);
  });
});
