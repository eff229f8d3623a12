// What counts as yes and as no.
import { describe, expect, test } from "vitest";
import { answer, asking, labelOf, speaking } from "./matching.ts";

const rule = asking({ kind: "yes-no" });

describe("English", () => {
  test.each([
    "yes",
    "Yes!",
    "YES.",
    "y",
    "Y",
    "yeah",
    "yep",
    "yup",
    "ya",
    "yes please",
    "Yes, please!",
    "sure",
    "ok",
    "okay then",
    "of course",
    "absolutely",
    "definitely",
    "why not",
    "no problem",
    "Yes, no problem",
    "not a problem",
    "I don't mind",
    "yesss",
    "yeeees",
    "yes yes",
    "oh yes",
    "um, yes",
    "Yes I will be there at 5",
    "I do",
    "I will",
    "sure thing",
    "sounds good",
    "I'd say yes",
    "my answer is yes",
    "Yes, I know",
    "yes I can't wait",
    "👍",
    "👍🏽",
    "✅",
    "👌",
    "ok 👍",
    "ｙｅｓ",
    "yes🙂",
  ])("%s is a yes", (said) => {
    expect(answer(rule, said)).toBe(true);
  });

  test.each([
    "no",
    "No.",
    "NO!!",
    "n",
    "nope",
    "nah",
    "no thanks",
    "No, thank you",
    "not really",
    "not at all",
    "never",
    "no way",
    "of course not",
    "certainly not",
    "not today",
    "not interested",
    "I don't",
    "I can't",
    "I can't make it",
    "I'm not",
    "cannot",
    "nooo",
    "no no no",
    "um no",
    "Well, no.",
    "I'd say no",
    "I don't think so",
    "No, I'm fine",
    "ok no",
    "no I don't",
    "👎",
    "👎🏿",
    "❌",
    "I have no car",
  ])("%s is a no", (said) => {
    expect(answer(rule, said)).toBe(false);
  });

  test.each([
    ["yes and no", "[ambiguous]"],
    ["yes no", "[ambiguous]"],
    ["no, yes", "[ambiguous]"],
    ["no but yes", "[ambiguous]"],
    ["yes but not today", "[ambiguous]"],
    ["not sure", "[ambiguous]"],
    ["I'm not sure", "[ambiguous]"],
    ["I don't know", "[ambiguous]"],
    ["maybe", "[ambiguous]"],
    ["maybe not", "[ambiguous]"],
    ["no idea", "[ambiguous]"],
    ["I wouldn't say no", "[ambiguous]"],
    ["I can't say yes", "[ambiguous]"],
    ["I will probably not come", "[ambiguous]"],
    ["ok?", "[ambiguous]"],
    ["OK, who is this?", "[ambiguous]"],
    ["I will think about it", "[not-an-option]"],
    ["please explain", "[not-an-option]"],
    ["good question, what is this?", "[not-an-option]"],
    ["right now I am driving", "[not-an-option]"],
    ["y do you ask", "[not-an-option]"],
    ["not bad", "[not-an-option]"],
    ["I don't understand", "[ambiguous]"],
    ["never mind", "[ambiguous]"],
    ["👍👎", "[ambiguous]"],
    ["I know", "[ambiguous]"],
    ["I know him", "[ambiguous]"],
    ["there is no parking", "[not-an-option]"],
    ["how much is it?", "[not-an-option]"],
    ["yesterday", "[not-an-option]"],
    ["nobody", "[not-an-option]"],
    ["know", "[not-an-option]"],
    ["now", "[not-an-option]"],
    ["42", "[not-an-option]"],
    ["🤷", "[not-an-option]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(rule, said)).toBe(expected);
  });
});

describe("other languages", () => {
  test.each([
    ["es", "sí", true],
    ["es", "si por favor", true],
    ["es", "Claro que sí!", true],
    ["es", "dale", true],
    ["es", "siii", true],
    ["es", "no", false],
    ["es", "no gracias", false],
    ["es", "claro que no", false],
    ["es", "no sé", "[ambiguous]"],
    ["fr", "oui", true],
    ["fr", "ouais", true],
    ["fr", "d'accord", true],
    ["fr", "bien sûr", true],
    ["fr", "ouiii", true],
    ["fr", "non", false],
    ["fr", "non merci", false],
    ["fr", "pas du tout", false],
    ["fr", "bien sûr que non", false],
    ["fr", "je ne sais pas", "[ambiguous]"],
    ["fr", "oui et non", "[ambiguous]"],
    ["de", "ja", true],
    ["de", "Ja, gerne!", true],
    ["de", "natürlich", true],
    ["de", "jaaa", true],
    ["de", "nein", false],
    ["de", "nö", false],
    ["de", "natürlich nicht", false],
    ["de", "eher nicht", false],
    ["de", "weiß nicht", "[ambiguous]"],
    ["pt", "sim", true],
    ["pt", "claro", true],
    ["pt", "não", false],
    ["pt", "nao obrigado", false],
    ["pt", "não sei", "[ambiguous]"],
    ["pt-BR", "beleza", true],
    ["it", "sì", true],
    ["it", "certo", true],
    ["it", "no grazie", false],
    ["it", "boh", "[ambiguous]"],
    ["nl", "ja graag", true],
    ["nl", "nee", false],
    ["nl", "nee bedankt", false],
    ["nl", "misschien", "[ambiguous]"],
    ["ar", "نعم", true],
    ["ar", "أيوه", true],
    ["ar", "طبعاً", true],
    ["ar", "لا", false],
    ["ar", "لا شكراً", false],
    ["ar", "لا أعرف", "[ambiguous]"],
    ["hi", "हाँ", true],
    ["hi", "जी हां", true],
    ["hi", "haan ji", true],
    ["hi", "नहीं", false],
    ["hi", "जी नहीं", false],
    ["hi", "पता नहीं", "[ambiguous]"],
    ["zh", "是的", true],
    ["zh", "好的，谢谢", true],
    ["zh", "我会来", true],
    ["zh", "不是", false],
    ["zh", "不用了", false],
    ["zh", "没有", false],
    ["zh", "好贵", "[not-an-option]"],
    ["zh", "不知道", "[ambiguous]"],
  ] as const)("%s: %s -> %s", (language, said, expected) => {
    expect(answer(rule, said, speaking(language))).toBe(expected);
  });

  test("the person's language is heard first, the flow's languages too", () => {
    expect(answer(rule, "yes", speaking("fr"))).toBe(true);
    expect(answer(rule, "oui", speaking("en"))).toBe("[not-an-option]");
    expect(answer(rule, "n", speaking("ar"))).toBe(false);
  });

  test("the label is in the person's language", () => {
    expect(labelOf(rule, "yes", speaking("fr"))).toBe("Oui");
    expect(labelOf(rule, "no", speaking("de"))).toBe("Nein");
    expect(labelOf(rule, "yep")).toBe("Yes");
    expect(labelOf(rule, "ok", speaking("sw"))).toBe("Yes");
  });
});

describe("words of the flow's own", () => {
  const join = asking({
    kind: "yes-no",
    yesWords: { en: ["count on me", "Roger"] },
    noWords: { en: ["pass", "ok boomer"] },
  });
  test.each([
    ["roger!", true],
    ["Count on me", true],
    ["I'll pass", false],
    ["ok boomer", false],
    ["ok", true],
    ["roger, pass", "[ambiguous]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(join, said)).toBe(expected);
  });
});

test("a tapped reply", () => {
  expect(answer(rule, { text: "Ja", option: "yes" })).toBe(true);
  expect(answer(rule, { text: "", option: "no" })).toBe(false);
});
