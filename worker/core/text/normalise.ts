// Makes two ways of typing the same thing equal. For comparing only: what a person wrote is stored as it came.
import { toAsciiDigits } from "./digits.ts";

/** Zero-width characters, bidi marks, soft hyphens and variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u02BC\u2032\u00B4`]/g;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g;
/** The box around the digit of a keycap emoji. */
const KEYCAP = /\u20E3/g;
/** Latin and Greek can be read without their accents; in most other scripts a mark is another letter. */
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/** Vowel signs, Quranic marks and tatweel, which people leave out or put in at will. */
const ARABIC_MARKS =
  /[\u0610-\u061A\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0640]/g;
/** Letters that stand for each other: Arabic as Lucene's ArabicNormalizer and PersianNormalizer, Latin without a decomposition. */
const ALIKE: Readonly<Record<string, string>> = {
  آ: "ا",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
  ς: "σ",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");

/** The text without case, accents, invisible characters and typographic variants, digits in ASCII, white space collapsed; idempotent. */
export function normalise(text: string): string {
  // Quotes before and after: NFKC takes some of them apart and makes others.
  const plain = straighten(straighten(text).normalize("NFKC"));
  return toAsciiDigits(foldCase(plain))
    .replace(INVISIBLE, "")
    .replace(KEYCAP, "")
    .replace(/\p{Pd}/gu, "-")
    .normalize("NFD")
    .replace(ACCENTED, "$1")
    .normalize("NFC")
    .replace(ARABIC_MARKS, "")
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter] ?? letter)
    .replace(/[\s\u0085]+/g, " ")
    .replace(/\p{Cc}/gu, "")
    .trim();
}

function straighten(text: string): string {
  return text.replace(SINGLE_QUOTES, "'").replace(DOUBLE_QUOTES, '"');
}

/** By way of upper case, so that `ß` meets `SS` and a dotless `ı` meets `I`; lower case first, as only that brings `ẞ` there. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}

const EDGE = String.raw`[\p{P}\p{Sk}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\s]+`;
const EDGES = new RegExp(`^${EDGE}|${EDGE}$`, "gu");

/** The normalised text without punctuation and emoji around it; empty where there is nothing else. Signs such as `+` and `$` stay. */
export function bare(text: string): string {
  return normalise(text).replace(EDGES, "");
}
