// Text as people type it: what counts as the same, what may be kept, what a carrier bills, where a long one is cut.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bare, CHARACTERS_MAX, clean, normalise, segments, splitMessage } from "#core/text";

const RUNS = { seed: 20261121, numRuns: 500 };
const anyText = fc.string({ unit: "binary", maxLength: 300 });

describe("normalise", () => {
  test.each([
    ["case and white space", "  Hello \n\t World ", "hello world"],
    ["full width", "ＳＴＯＰ１", "stop1"],
    ["Arabic-Indic digits", "٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["Extended Arabic digits", "۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["Devanagari, Bengali and Thai digits", "१২๓", "123"],
    ["mathematical digits, of which five sets stand in a row", "𝟎𝟡𝟗𝟿", "0999"],
    ["a keycap emoji", "2️⃣", "2"],
    ["Latin accents", "Crème Brûlée ŁÓDŹ Ærø", "creme brulee lodz aero"],
    ["sharp s and capital", "Straße STRASSE", "strasse strasse"],
    ["Turkish i's", "İstanbul ıspanak", "istanbul ispanak"],
    ["Greek accents and final sigma", "ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"],
    ["harakat and tatweel", "إِلْغَــاء", "الغاء"],
    ["Persian and Arabic letters", "کتاب یک", "كتاب يك"],
    ["curly quotes and dashes", "“don’t” — «go»", '"don\'t" - "go"'],
    ["invisible characters", "s\u200Bt\u200Eo\uFEFFp\u00AD", "stop"],
    ["a NUL inside a word", "st\0op", "stop"],
    ["vowel signs of Devanagari, which are letters' parts", "रुकें", "रुकें"],
    ["the breve of Cyrillic, which makes another letter", "Йод", "йод"],
    ["punctuation around, which stays", "(yes!)", "(yes!)"],
  ])("%s", (_what, text, expected) => {
    expect(normalise(text)).toBe(expected.normalize("NFC"));
  });

  test.each(Array.from("ŉẞ`´‴⁗ΐﬃǆᾼKÅ½ﷺㄅ㍿"))(
    "once is enough for %s, which changes in more than one step",
    (letter) => {
      expect(normalise(normalise(letter))).toBe(normalise(letter));
    },
  );

  test("once is enough", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      RUNS,
    );
  });

  test("the two ways Unicode spells one text are one", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(text.normalize("NFD"))).toBe(normalise(text.normalize("NFC")));
      }),
      RUNS,
    );
  });
});

describe("bare", () => {
  test.each([
    ["¿Sí?", "si"],
    ["«STOP!!!»", "stop"],
    ["👍🏽 ok 👍", "ok"],
    ["A)", "a"],
    ["🇬🇧 tea, please…", "tea, please"],
    ["+44 7700", "+44 7700"],
    ["$5", "$5"],
    ["🙏", ""],
    ["؟نعم؟", "نعم"],
  ])("%s is %s", (text, expected) => {
    expect(bare(text)).toBe(expected);
  });
});

describe("clean", () => {
  test.each([
    ["an accent and its letter are one", "Cafe\u0301", "Café"],
    ["NUL and bell go, line feed and tab stay", "a\0b\u0007\n\tc", "ab\n\tc"],
    ["line ends of other systems", "a\r\nb\rc", "a\nb\nc"],
    ["C1 controls go", "a\u0085\u009Fb", "ab"],
    ["what XML forbids, and what is no character", "Zo\uFFFFe\uFFFE \uFDD0\u{1FFFF}", "Zoe "],
    ["half a surrogate pair", "a\uD83Db\uDE00", "a\uFFFDb\uFFFD"],
    ["a whole one stays", "a😀b", "a😀b"],
    ["bidi marks stay: they are how the text is read", "\u200Fabc", "\u200Fabc"],
  ])("%s", (_what, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test("what does not fit is cut, never through a pair", () => {
    expect(clean(`${"a".repeat(119)}😀`, 120)).toBe("a".repeat(119));
    expect(clean("a".repeat(2000))).toHaveLength(CHARACTERS_MAX);
    expect(clean(`${"a".repeat(CHARACTERS_MAX - 1)}😀`)).toBe("a".repeat(CHARACTERS_MAX - 1));
  });
});

describe("segments", () => {
  test.each([
    ["nothing is still a message", "", "gsm7", 0, 1, null],
    ["the last that fits one", "a".repeat(160), "gsm7", 160, 1, null],
    ["one more makes two", "a".repeat(161), "gsm7", 161, 2, null],
    ["two full ones", "a".repeat(306), "gsm7", 306, 2, null],
    ["and one more", "a".repeat(307), "gsm7", 307, 3, null],
    ["the euro and brackets cost two", "€[]", "gsm7", 6, 1, null],
    ["accents that are in the alphabet", "àéùìòÇØøÅåÆæßÉÄÖÑÜäöñü¿¡§ΔΦΓΛΩΠΨΣΘΞ", "gsm7", 35, 1, null],
    ["a curly quote makes it UCS-2", "it’s", "ucs2", 4, 1, "’"],
    ["c with a cedilla too, though its capital is free", "ça", "ucs2", 2, 1, "ç"],
    ["the last UCS-2 that fits one", "é".repeat(69) + "ê", "ucs2", 70, 1, "ê"],
    ["71 make two", "ê".repeat(71), "ucs2", 71, 2, "ê"],
    ["134 are two full ones", "ê".repeat(134), "ucs2", 134, 2, "ê"],
    ["an emoji is two units, and the whole of it is named", "hi 😀", "ucs2", 5, 1, "😀"],
    // 67 is odd: the last unit of every segment stays free.
    ["pairs are not cut: 66 units a segment", "😀".repeat(67), "ucs2", 134, 3, "😀"],
    ["nor are escapes: 76 euros a segment", "€".repeat(153), "gsm7", 306, 3, null],
  ])("%s", (_what, text, encoding, units, count, costly) => {
    expect(segments(text)).toEqual({ encoding, units, count, costly });
  });

  test("a text put behind another needs no fewer segments than either, and no more than both and one for the header", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "€", "é", " ", "[", "Δ"), maxLength: 500 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b, both] = [segments(one), segments(other), segments(one + other)];
        expect(both.units).toBe(a.units + b.units);
        expect(both.count).toBeGreaterThanOrEqual(Math.max(a.count, b.count));
        expect(both.count).toBeLessThanOrEqual(a.count + b.count + 1);
      }),
      RUNS,
    );
  });

  test("one costly character anywhere never makes it cheaper", () => {
    const plain = fc.string({ unit: fc.constantFrom("a", "é", " "), minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(plain, fc.nat(), (text, place) => {
        const at = place % text.length;
        const spoilt = segments(`${text.slice(0, at)}ş${text.slice(at + 1)}`);
        expect(spoilt).toMatchObject({ encoding: "ucs2", costly: "ş" });
        expect(spoilt.count).toBeGreaterThanOrEqual(segments(text).count);
      }),
      RUNS,
    );
  });
});

describe("splitMessage", () => {
  test.each([
    ["what fits stays whole", "Hello there.", 20, ["Hello there."]],
    ["a blank text is no message", " \n ", 20, []],
    [
      "at a paragraph",
      "Hello there, friend.\n\nHow are you?\nWell?",
      30,
      ["Hello there, friend.", "How are you?\nWell?"],
    ],
    [
      "else at a line",
      "Hello there, all.\nHow are you today?",
      25,
      ["Hello there, all.", "How are you today?"],
    ],
    ["else at a sentence", "Hello there. How are you? Fine.", 28, ["Hello there. How are you?", "Fine."]],
    ["else at a word", "one two three four five", 12, ["one two", "three four", "five"]],
    [
      "not at a pause so early that it costs a message",
      "Hi. Now one long sentence without end",
      20,
      ["Hi. Now one long", "sentence without end"],
    ],
    ["a word that fills a message to the last", "abcdefghij klm", 10, ["abcdefghij", "klm"]],
    ["a word too long, between its characters", "abcdefghijklm", 5, ["abcde", "fghij", "klm"]],
    ["never inside what a reader sees as one character", "👩‍👩‍👧👩‍👩‍👧", 10, ["👩‍👩‍👧", "👩‍👩‍👧"]],
    [
      "Chinese has no spaces but full stops",
      "你好。今天怎么样？很好。",
      10,
      ["你好。今天怎么样？", "很好。"],
    ],
  ])("%s", (_what, text, unitsMax, expected) => {
    expect(splitMessage(text, unitsMax)).toEqual(expected);
  });

  test("nothing but white space is lost, no piece is blank or too long, no pair is cut", () => {
    const unit = fc.oneof(
      fc.constantFrom(" ", "\n", "\n\n", ". ", "a", "word", "😀", "e\u0301", "。"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 120 }), fc.integer({ min: 2, max: 60 }), (units, unitsMax) => {
        const text = units.join("");
        const pieces = splitMessage(text, unitsMax);
        expect(pieces.join("").replace(/\s+/gu, "")).toBe(text.replace(/\s+/gu, ""));
        for (const piece of pieces) {
          expect(piece.trim()).toBe(piece);
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(unitsMax);
          expect(piece).not.toMatch(/\p{Cs}/u);
        }
      }),
      RUNS,
    );
  });

  test("words that fit a message are never broken", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "é", "ю", "."), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 20, max: 90 }),
        (words, unitsMax) => {
          expect(splitMessage(words.join(" "), unitsMax).flatMap((piece) => piece.split(" "))).toEqual(words);
        },
      ),
      RUNS,
    );
  });

  test("1,600 combining marks on one letter still become messages", () => {
    const pieces = splitMessage(`a${"\u0301".repeat(3300)}`);
    expect(pieces.map(({ length }) => length)).toEqual([1600, 1600, 101]);
  });
});
