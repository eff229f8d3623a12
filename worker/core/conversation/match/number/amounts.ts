// Every number in a text, in digits or in words.
import { type Reading, read, type Token } from "../reading/read.ts";
import { listAt, listBefore, numberAt, type Vocabulary } from "../reading/vocabulary.ts";
import { type Convention, valueOf } from "./numeral.ts";
import { spelledAt } from "./spelled.ts";

export interface Amount {
  /** null: digits that are no number, such as 3.3.2026. */
  readonly value: number | null;
  /** Token offsets; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** A spelled-out one is mostly an article or "this one". */
  readonly isFaint: boolean;
}

/** Not inside a name such as `m2`. A space parts thousands only where exactly three digits follow. */
const NUMERAL = /(?<![\p{L}\p{M}\d])(?:\d{1,3}(?:[ ']\d{3})+(?!\d)|\d+)(?:[.,]\d+)*/gu;
const HALVES: Readonly<Record<string, string>> = { "½": ".5", "¼": ".25", "¾": ".75" };

/** Prepares a text for reading numbers: fractions as decimals, the minus and the Arabic signs as ours, no footnotes or square metres. */
export function readAmounts(raw: string): Reading {
  return read(
    raw
      .replace(
        /(\d?)\s?([½¼¾])/g,
        (_, digit: string, half: string) => `${digit === "" ? " 0" : digit}${HALVES[half] ?? ""} `,
      )
      .replace(/[\u00B2\u00B3\u00B9\u2070-\u209C]/g, " ")
      .replaceAll("\u2212", "-")
      .replaceAll("\u066B", ".")
      .replaceAll("\u066C", ","),
  );
}

export function amountsIn(reading: Reading, vocabulary: Vocabulary, convention: Convention): Amount[] {
  const written = writtenIn(reading, vocabulary, convention);
  const amounts = [...written];
  for (let index = 0; index < reading.tokens.length;) {
    const covering = written.find(({ start, end }) => start <= index && index < end);
    const spelled = covering === undefined ? spelledIn(reading.tokens, index, vocabulary) : null;
    if (spelled !== null) amounts.push(spelled);
    index = (covering ?? spelled)?.end ?? index + 1;
  }
  return amounts.sort((a, b) => a.start - b.start);
}

function spelledIn(tokens: readonly Token[], index: number, vocabulary: Vocabulary): Amount | null {
  const spelled = spelledAt(vocabulary, tokens, index);
  if (spelled === null) return null;
  const isFaint = spelled.value === 1 && spelled.end - spelled.start === 1;
  return signed(halved({ ...spelled, isFaint }, tokens, vocabulary), tokens, vocabulary);
}

function writtenIn({ text, tokens }: Reading, vocabulary: Vocabulary, convention: Convention): Amount[] {
  return [...text.matchAll(NUMERAL)].map(({ 0: digits, index }) => {
    const start = tokens.findIndex((token) => token.start === index);
    const end = tokens.findLastIndex((token) => token.end === index + digits.length) + 1;
    const before = text.slice(0, index);
    const isFraction = /(?:^|[\s(])[.,]$/.test(before);
    const value = valueOf(isFraction ? `0.${digits}` : digits, convention);
    // 12e3, 0x10, 5ft11: no number anybody would say.
    const isCode = /^\p{L}+\d/u.test(text.slice(index + digits.length));
    const multiple = multipleAt(tokens, end, vocabulary);
    const isBelowZero = /(?:^|[\s(=:])-\p{Sc}?[.,]?$/u.test(before);
    const amount = {
      value: value === null || isCode ? null : value * multiple.value * (isBelowZero ? -1 : 1),
      start,
      end: multiple.end,
      isFaint: false,
    };
    return signed(halved(amount, tokens, vocabulary), tokens, vocabulary);
  });
}

/** `25k`, `2 million`. */
function multipleAt(
  tokens: readonly Token[],
  end: number,
  vocabulary: Vocabulary,
): { value: number; end: number } {
  const next = tokens[end];
  if (next?.text === "k" && next.gap === "") return { value: 1000, end: end + 1 };
  return numberAt(vocabulary, "multipliers", tokens, end) ?? { value: 1, end };
}

/** "Four and a half". */
function halved(amount: Amount, tokens: readonly Token[], vocabulary: Vocabulary): Amount {
  const half = listAt(vocabulary, "andAHalf", tokens, amount.end);
  if (half === null || amount.value === null) return amount;
  return { ...amount, value: amount.value + (amount.value < 0 ? -0.5 : 0.5), end: half.end, isFaint: false };
}

/** "Minus five". */
function signed(amount: Amount, tokens: readonly Token[], vocabulary: Vocabulary): Amount {
  const minus = listBefore(vocabulary, "minus", tokens, amount.start);
  if (minus === null || amount.value === null) return amount;
  return { ...amount, value: -amount.value, start: minus.start };
}
