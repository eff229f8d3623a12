// The one spelling texts are compared in, and the order they stand in: the same wherever they are compared.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate } from "#core/date-text";
import { compareText, fold, foldedLetters, WHITE_SPACE } from "#core/fold";

const SEED = 20_261_121;

test.each([
  ["PRO", "pro"],
  ["\u00A0 Été\u3000", "été"],
  ["ΟΔΟΣ", "οδοσ"],
  ["οδος", "οδοσ"],
  ["İSTANBUL", "istanbul"],
  // Another letter altogether, with or without its dot.
  ["ısparta", "ısparta"],
  ["ẞ", "ß"],
  ["Ǆ", "ǆ"],
  ["\u{10400}", "\u{10428}"],
  ["日本", "日本"],
])("%j folds to %j", (text, folded) => expect(fold(text)).toBe(folded));

test("white space is what `trim` takes off, no more and no less", () => {
  const all = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
  expect(all.filter((unit) => unit.trim() === "").join("")).toBe(WHITE_SPACE);
});

test("the table of letters says what folding does, one letter for one", () => {
  const { upper, lower } = foldedLetters();
  const [from, to] = [Array.from(upper), Array.from(lower)];
  expect(from).toHaveLength(to.length);
  expect(from.length).toBeGreaterThan(1_300);
  expect(from.filter((letter, place) => fold(letter) !== to[place])).toEqual([]);
  // Nothing of it folds further, and no letter is left out.
  expect(to.filter((letter) => fold(letter) !== letter)).toEqual([]);
  const changed = Array.from({ length: 0x2_0000 }, (_, code) => code)
    .filter((code) => code >= 0x80 && (code < 0xd800 || code > 0xdfff))
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => letter.trim() !== "" && fold(letter) !== letter);
  expect(changed).toEqual(from);
});

const codes = (text: string) => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

test("texts are in the order of code points", () => {
  const text = fc.string({ unit: "binary", maxLength: 4 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [codes(a), codes(b)];
      const place = left.findIndex((code, nth) => code !== right[nth]);
      const expected = place === -1 ? left.length - right.length : (left[place] ?? 0) - (right[place] ?? -1);
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(expected));
    }),
    { seed: SEED, numRuns: 2_000 },
  );
});

const at = (text: string) => readDate(text)?.at ?? null;

describe("dates", () => {
  test.each<[text: string, at: number]>([
    ["2026-11-21T10:00Z", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21 10:00", Date.UTC(2026, 10, 21, 10)],
    [" 2026-11-21T12:00:30.123456+02:00 ", Date.UTC(2026, 10, 21, 10, 0, 30, 123)],
    ["2026-11-21T10:00:00.5-05:45", Date.UTC(2026, 10, 21, 15, 45, 0, 500)],
  ])("%s", (text, expected) => expect(at(text)).toBe(expected));

  test("a bare day has no instant", () =>
    expect(readDate("2024-02-29")).toEqual({ day: "2024-02-29", at: null }));

  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-11-31",
    "0026-11-21",
    "21.11.2026",
    "2026-11-21T24:00Z",
    "2026-11-21T10Z",
    "2026-11-21T10:00+19:00",
    "2026-11-21x",
    "tomorrow",
    "",
  ])("%j is none", (text) => expect(readDate(text)).toBeNull());
});
