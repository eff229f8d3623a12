// What counts as several of several options.
import { describe, expect, test } from "vitest";
import { answer, asking, labelOf, speaking } from "./matching.ts";

const IDS = ["red", "green", "blue", "white", "black"];
const NAMES = {
  en: ["Red", "Green", "Blue", "White", "Black"],
  es: ["Rojo", "Verde", "Azul", "Blanco", "Negro"],
  fr: ["Rouge", "Vert", "Bleu", "Blanc", "Noir"],
  de: ["Rot", "Grün", "Blau", "Weiß", "Schwarz"],
  pt: ["Vermelho", "Verde", "Azul", "Branco", "Preto"],
  ar: ["أحمر", "أخضر", "أزرق", "أبيض", "أسود"],
  zh: ["红色", "绿色", "蓝色", "白色", "黑色"],
};
const options = IDS.map((id, index) => ({
  id,
  label: Object.fromEntries(Object.entries(NAMES).map(([language, names]) => [language, names[index]])),
}));
const colours = asking({ kind: "multi-choice", options });
const said = (rule: typeof colours, text: string, language = "en") => {
  const value = answer(rule, text, speaking(language));
  return Array.isArray(value) ? value.join(" ") : value;
};

describe("places in the list", () => {
  test.each([
    ["1", "red"],
    ["1, 3 and 4", "red blue white"],
    ["1 3 4", "red blue white"],
    ["1,3", "red blue"],
    ["1.3", "red blue"],
    ["1. 3. 4.", "red blue white"],
    ["1/3/4", "red blue white"],
    ["1 & 3", "red blue"],
    ["1+3", "red blue"],
    ["4 3 1", "red blue white"],
    ["3, 3, 3", "blue"],
    ["134", "red blue white"],
    ["15 3", "red blue black"],
    ["1\n3\n4", "red blue white"],
    ["1️⃣ 3️⃣", "red blue"],
    ["١، ٣ و ٤", "red blue white", "ar"],
    ["a,c", "red blue"],
    ["a c", "red blue"],
    ["A) C)", "red blue"],
    ["a, e", "red black"],
    ["one and three", "red blue"],
    ["first and third", "red blue"],
    ["options 1 and 3 please", "red blue"],
    ["option 1, option 3", "red blue"],
    ["1-2", "red green"],
    ["1-3-4", "red blue white"],
    ["1-4", "[ambiguous]"],
    ["1 - 4", "[ambiguous]"],
    ["first three", "[not-an-option]"],
    ["2 of them", "[not-an-option]"],
    ["1 or 3", "[ambiguous]"],
    ["11", "[not-an-option]"],
    ["17", "[not-an-option]"],
    ["1, 9", "[not-an-option]"],
    ["uno y tres", "red blue", "es"],
    ["a y c", "red blue", "es"],
    ["a e c", "red blue", "pt"],
    ["a, e", "red black", "pt"],
    ["1 et 3", "red blue", "fr"],
    ["1 und 3", "red blue", "de"],
    ["一和三", "red blue", "zh"],
  ])("%s -> %s", (text, expected, language = "en") => {
    expect(said(colours, text, language)).toBe(expected);
  });

  test("with ten options or more two digits are one place", () => {
    const many = asking({
      kind: "multi-choice",
      options: Array.from({ length: 12 }, (_, index) => ({
        id: `o${index + 1}`,
        label: { en: `Choice ${"xyz"[index % 3]}${index}` },
      })),
    });
    expect(said(many, "12")).toBe("o12");
    expect(said(many, "1 2")).toBe("o1 o2");
    expect(said(many, "13")).toBe("[not-an-option]");
  });
});

describe("labels", () => {
  test.each([
    ["red, green", "red green"],
    ["Red and blue", "red blue"],
    ["red & blue", "red blue"],
    ["blue red", "red blue"],
    ["red-blue", "red blue"],
    ["dark-blue", "[not-an-option]"],
    ["red\nblue", "red blue"],
    ["Red; blue; white", "red blue white"],
    ["I like red, green and the blue one", "red green blue"],
    ["red plus purple", "[not-an-option]"],
    ["red, whiet", "red white"],
    ["bla, whi", "white black"],
    ["1. Red\n3. Blue", "red blue"],
    ["2 red", "[ambiguous]"],
    ["red, 4", "red white"],
    ["red, purple", "[not-an-option]"],
    ["red or blue", "[ambiguous]"],
    ["red, not blue", "red"],
    ["red but not blue", "red"],
    ["everything but red", "[not-an-option]"],
    ["all except blue", "[not-an-option]"],
    ["red, thanks", "red"],
    ["rojo y azul", "red blue", "es"],
    ["rojo, azul e negro", "red blue black", "es"],
    ["rouge et bleu", "red blue", "fr"],
    ["rot, grün und blau", "red green blue", "de"],
    ["vermelho e azul", "red blue", "pt"],
    ["أحمر وأزرق", "red blue", "ar"],
    ["أحمر، أزرق", "red blue", "ar"],
    ["红色和蓝色", "red blue", "zh"],
    ["红色、蓝色", "red blue", "zh"],
    ["red y azul", "red blue", "es"],
  ])("%s -> %s", (text, expected, language = "en") => {
    expect(said(colours, text, language)).toBe(expected);
  });

  test("that hold a comma or an `and` are one choice", () => {
    const rule = asking({
      kind: "multi-choice",
      options: [
        { id: "bread", label: { en: "Bread and butter" } },
        { id: "milk", label: { en: "Milk, eggs" } },
        { id: "st", label: { en: "St. Louis ribs" } },
        { id: "butter", label: { en: "Butter" } },
      ],
    });
    expect(said(rule, "bread and butter")).toBe("bread");
    expect(said(rule, "milk, eggs")).toBe("milk");
    expect(said(rule, "bread and butter, milk, eggs and St. Louis ribs")).toBe("bread milk st");
    expect(said(rule, "butter and bread")).toBe("bread butter");
  });
});

describe("all and none", () => {
  test.each([
    ["all", "red green blue white black"],
    ["All of them!", "red green blue white black"],
    ["everything please", "red green blue white black"],
    ["todos", "red green blue white black", "es"],
    ["toutes", "red green blue white black", "fr"],
    ["الكل", "red green blue white black", "ar"],
    ["全部", "red green blue white black", "zh"],
    ["both", "[not-an-option]"],
    ["none", ""],
    ["none of them", ""],
    ["ninguno", "", "es"],
    ["aucun", "", "fr"],
  ])("%s -> %s", (text, expected, language = "en") => {
    expect(said(colours, text, language)).toBe(expected);
  });

  test("both, where there are two", () => {
    const rule = asking({ kind: "multi-choice", options: options.slice(0, 2) });
    expect(said(rule, "both")).toBe("red green");
  });

  test("an option called none is that option", () => {
    const rule = asking({
      kind: "multi-choice",
      options: [...options, { id: "nothing", label: { en: "None" } }],
    });
    expect(said(rule, "none")).toBe("nothing");
  });
});

describe("how many", () => {
  const two = asking({ kind: "multi-choice", options, choicesMin: 2, choicesMax: 3 });
  test.each([
    ["1", "[too-few]"],
    ["none", "[too-few]"],
    ["1 2", "red green"],
    ["1 2 3", "red green blue"],
    ["1 2 3 4", "[too-many]"],
    ["all", "[too-many]"],
    ["2 2", "[too-few]"],
  ])("%s -> %s", (text, expected) => {
    expect(said(two, text)).toBe(expected);
  });
});

test("labels are listed the way the language lists things", () => {
  expect(labelOf(colours, "3 1 2")).toBe("Red, Green and Blue");
  expect(labelOf(colours, "1 3", speaking("de"))).toBe("Rot und Blau");
  expect(labelOf(colours, "none", speaking("es"))).toBe("Ninguno");
});

test("a tapped reply is one choice", () => {
  expect(answer(colours, { text: "", option: "blue" })).toEqual(["blue"]);
});
