// Dates in digits: 2026-03-03, 3/3, 03.03.26, 3 3 2026, 03031985, 2026年3月3日.
import { isDigits, type Token } from "../reading/read.ts";
import type { DateMention } from "./mention.ts";

type Day = Extract<DateMention, { kind: "day" }>;

/** Where the month is written before the day; everywhere else it comes second. A day above 12 settles it anywhere. */
const MONTH_FIRST = /^(?:en-US|zh|ja|ko)(?:-|$)/;
const SEPARATOR = /^ ?[-/.] ?$/;
const CENTURIES = [1900, 2000];

export function dateInDigitsAt(tokens: readonly Token[], start: number, language: string): Day | null {
  return (
    ideographic(tokens, start) ??
    threeParts(tokens, start, language) ??
    twoParts(tokens, start, language) ??
    glued(tokens, start, language)
  );
}

function threeParts(tokens: readonly Token[], start: number, language: string): Day | null {
  const [a, b, c] = tokens.slice(start, start + 3);
  if (a === undefined || b === undefined || c === undefined || ![a, b, c].every(({ text }) => isDigits(text)))
    return null;
  const isSpaced = b.gap === " " && c.gap === " " && c.text.length === 4;
  if (!isSpaced && !(SEPARATOR.test(b.gap) && b.gap.trim() === c.gap.trim())) return null;
  const place = { start, end: start + 3 };
  if (a.text.length === 4) {
    return { kind: "day", years: [Number(a.text)], month: Number(b.text), day: Number(c.text), ...place };
  }
  const years = yearsOf(c.text);
  return years === null ? null : { ...dayAndMonth(a.text, b.text, language), years, ...place };
}

function twoParts(tokens: readonly Token[], start: number, language: string): Day | null {
  const [a, b] = tokens.slice(start, start + 2);
  if (!isDigits(a?.text) || !isDigits(b?.text) || !SEPARATOR.test(b.gap)) return null;
  if (a.text.length > 2 || b.text.length > 2 || continues(tokens[start + 2]) || continues(a)) return null;
  return { ...dayAndMonth(a.text, b.text, language), years: [], start, end: start + 2 };
}

/** One more number of the same kind: then it is no date that anybody writes. */
function continues(token: Token | undefined): boolean {
  return isDigits(token?.text) && /^[-/.]$/.test(token.gap);
}

/** Eight digits: the year is where it makes sense, so there is never a choice. */
function glued(tokens: readonly Token[], start: number, language: string): Day | null {
  const text = tokens[start]?.text ?? "";
  if (!/^\d{8}$/.test(text)) return null;
  const place = { start, end: start + 1 };
  if (/^(?:19|20)\d\d(?:0\d|1[0-2])/.test(text)) {
    return {
      kind: "day",
      years: [Number(text.slice(0, 4))],
      month: Number(text.slice(4, 6)),
      day: Number(text.slice(6)),
      ...place,
    };
  }
  return {
    ...dayAndMonth(text.slice(0, 2), text.slice(2, 4), language),
    years: [Number(text.slice(4))],
    ...place,
  };
}

function ideographic(tokens: readonly Token[], start: number): Day | null {
  const year =
    isDigits(tokens[start]?.text) && tokens[start + 1]?.text === "年" ? Number(tokens[start]?.text) : null;
  const from = year === null ? start : start + 2;
  const [month, sign, day] = tokens.slice(from, from + 3).map((token) => token.text);
  if (!isDigits(month) || sign !== "月" || !isDigits(day)) return null;
  const end = /^[日号號]$/.test(tokens[from + 3]?.text ?? "") ? from + 4 : from + 3;
  return {
    kind: "day",
    years: year === null ? [] : [year],
    month: Number(month),
    day: Number(day),
    start,
    end,
  };
}

function dayAndMonth(first: string, second: string, language: string): Pick<Day, "kind" | "day" | "month"> {
  const [a, b] = [Number(first), Number(second)];
  const isMonthFirst = (MONTH_FIRST.test(language) && a <= 12) || b > 12;
  return isMonthFirst ? { kind: "day", month: a, day: b } : { kind: "day", month: b, day: a };
}

/** Four digits are a year, two one of two; anything else is none. */
export function yearsOf(digits: string): readonly number[] | null {
  if (digits.length === 4) return [Number(digits)];
  return digits.length === 2 ? CENTURIES.map((century) => century + Number(digits)) : null;
}
