// What counts as a number, and which one.
import { describe, expect, test } from "vitest";
import { answer, asking, labelOf, speaking } from "./matching.ts";

const number = asking({ kind: "number" });
const whole = asking({ kind: "number", integer: true, min: 0, max: 5000 });

describe("digits", () => {
  test.each([
    ["3", 3],
    ["3.5", 3.5],
    ["3,5", 3.5],
    ["12,50", 12.5],
    [".5", 0.5],
    ["0.125", 0.125],
    ["0,125", 0.125],
    ["-3", -3],
    ["−3", -3],
    ["minus 3", -3],
    ["it is -4.5 outside", -4.5],
    ["1,200", 1200],
    ["1,200,300", 1200300],
    ["1,200.50", 1200.5],
    ["1.200,50", 1200.5],
    ["1.200.300", 1200300],
    ["1 200", 1200],
    ["1 200 300", 1200300],
    ["1 200,5", 1200.5],
    ["1'200", 1200],
    ["12,00,000", 1200000],
    ["50%", 50],
    ["£3.50", 3.5],
    ["$1,200", 1200],
    ["-$5", -5],
    ["25k", 25000],
    ["1.5k", 1500],
    ["2 million", 2000000],
    ["40kg", 40],
    ["½", 0.5],
    ["2½", 2.5],
    ["٤٢", 42],
    ["٣٫٥", 3.5],
    ["४२", 42],
    ["４２", 42],
    ["about 40 people", 40],
    ["Room for 12 in our house.", 12],
    ["3 (three)", 3],
    ["50 m²", 50],
    ["I have 2 kids", 2],
    ["#7", 7],
  ])("%s -> %s", (said, expected) => {
    expect(answer(number, said)).toBe(expected);
  });

  test.each([
    ["3 or 4", "[ambiguous]"],
    ["18-24", "[ambiguous]"],
    ["10:30", "[ambiguous]"],
    ["2 kids and three dogs", "[ambiguous]"],
    ["3.3.2026", "[not-a-number]"],
    ["1,2,3", "[not-a-number]"],
    [".1,200", "[not-a-number]"],
    ["not 3", "[not-a-number]"],
    ["m2", "[not-a-number]"],
    ["lots", "[not-a-number]"],
    ["a lot", "[not-a-number]"],
    ["12e3", "[not-a-number]"],
    ["0x10", "[not-a-number]"],
    ["5ft11", "[not-a-number]"],
    ["millions", "[not-a-number]"],
    ["no one", "[not-a-number]"],
    ["?", "[not-a-number]"],
    ["9".repeat(400), "[too-large]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(number, said)).toBe(expected);
  });

  test("what is denied is left out", () => {
    expect(answer(number, "I don't have 3, I have 4")).toBe(4);
    expect(answer(number, "not 3 but 4")).toBe(4);
  });
});

// One separator with three digits after it is the decimal sign of the person's language, or else parts thousands;
// where only whole numbers are asked for it always parts thousands.
describe("1,200 and 1.200", () => {
  test.each([
    ["en", "1,200", 1200],
    ["en", "1.200", 1.2],
    ["de", "1,200", 1.2],
    ["de", "1.200", 1200],
    ["es", "1.200", 1200],
    ["es-MX", "1,200", 1200],
    ["fr", "1,200", 1.2],
    ["pt-BR", "1.200", 1200],
  ])("%s: %s -> %s", (language, said, expected) => {
    expect(answer(number, said, speaking(language))).toBe(expected);
  });

  test.each(["en", "de", "fr"])("%s: both are 1200 where a whole number is asked for", (language) => {
    expect(answer(whole, "1,200", speaking(language))).toBe(1200);
    expect(answer(whole, "1.200", speaking(language))).toBe(1200);
  });
});

describe("words", () => {
  test.each([
    ["en", "zero", 0],
    ["en", "seven", 7],
    ["en", "forty two", 42],
    ["en", "forty-two", 42],
    ["en", "Fourty two people", 42],
    ["en", "a hundred", 100],
    ["en", "one hundred and five", 105],
    ["en", "three hundred forty two", 342],
    ["en", "two thousand", 2000],
    ["en", "twelve thousand three hundred and forty five", 12345],
    ["en", "two hundred thousand", 200000],
    ["en", "two million three hundred thousand and one", 2300001],
    ["en", "a dozen", 12],
    ["en", "minus five", -5],
    ["en", "one", 1],
    ["en", "about one", 1],
    ["en", "There will be just the one", 1],
    ["en", "twice", 2],
    ["en", "four and a half", 4.5],
    ["en", "4 and a half hours", 4.5],
    ["fr", "quatre et demi", 4.5],
    ["es", "dos y medio", 2.5],
    ["nl", "vier en een half", 4.5],
    ["en", "none", 0],
    ["es", "cuarenta y dos", 42],
    ["es", "treinta y un", 31],
    ["es", "veintitrés", 23],
    ["es", "cien", 100],
    ["es", "dos mil", 2000],
    ["fr", "vingt et un", 21],
    ["fr", "vingt-trois", 23],
    ["fr", "soixante-dix", 70],
    ["fr", "soixante et onze", 71],
    ["fr", "quatre-vingts", 80],
    ["fr", "quatre-vingt-un", 81],
    ["fr", "quatre-vingt-dix-sept", 97],
    ["fr", "septante-deux", 72],
    ["fr", "cent", 100],
    ["de", "zweiundvierzig", 42],
    ["de", "einunddreißig", 31],
    ["de", "fuenf", 5],
    ["de", "neunundneunzig", 99],
    ["de", "hundert", 100],
    ["pt", "quarenta e dois", 42],
    ["it", "ventuno", 21],
    ["it", "ventotto", 28],
    ["nl", "tweeëntwintig", 22],
    ["ar", "خمسة", 5],
    ["ar", "خمسة وعشرون", 25],
    ["hi", "पाँच", 5],
    ["hi", "दो लाख", 200000],
    ["zh", "四十二", 42],
    ["zh", "三百二十", 320],
    ["zh", "我有三个孩子", 3],
  ])("%s: %s -> %s", (language, said, expected) => {
    expect(answer(number, said, speaking(language))).toBe(expected);
  });

  test("`one` as a pronoun is no number", () => {
    expect(answer(number, "one of my friends said it was good")).toBe("[not-a-number]");
    expect(answer(number, "the one with three bedrooms")).toBe(3);
  });
});

describe("limits", () => {
  test.each([
    ["5000", 5000],
    ["0", 0],
    ["-1", "[too-small]"],
    ["5001", "[too-large]"],
    ["3.5", "[not-whole]"],
    ["3.0", 3],
  ])("%s -> %s", (said, expected) => {
    expect(answer(whole, said)).toBe(expected);
  });
});

test("the label is written as the language writes it, and a year is not grouped", () => {
  expect(labelOf(number, "3.5", speaking("de"))).toBe("3,5");
  expect(labelOf(number, "2,026")).toBe("2026");
});
