// Dates with the month in words: 3 March, March 3rd 2026, the third of March, 3 de marzo, 1er mars, 3. März.
import { isOrdinalSuffix } from "../reading/ordinal.ts";
import { isDigits, type Token } from "../reading/read.ts";
import { listAt, numberAt, type Vocabulary } from "../reading/vocabulary.ts";
import { cueAt, dateNumberAt } from "./calendar.ts";
import { yearsOf } from "./in-digits.ts";
import type { DateMention } from "./mention.ts";

type Day = Extract<DateMention, { kind: "day" }>;

const DAYS_MAX = 31;
const TIME = /^(?:am|pm|h|hrs|uhr)$/;

/** One date, or for "3 or 4 March" both. */
export function datesByMonthAt(vocabulary: Vocabulary, tokens: readonly Token[], start: number): Day[] {
  const date = dateByMonthAt(vocabulary, tokens, start);
  return date === null ? alternatives(vocabulary, tokens, start) : [date];
}

function dateByMonthAt(vocabulary: Vocabulary, tokens: readonly Token[], start: number): Day | null {
  const day = dayAt(vocabulary, tokens, start);
  const month = dateNumberAt(vocabulary, "months", tokens, pastOf(vocabulary, tokens, day?.end ?? start));
  if (month === null) return null;
  if (day !== null)
    return dated(vocabulary, tokens, { start, end: month.end, month: month.value, day: day.value });
  const after = dayAt(vocabulary, tokens, pastOf(vocabulary, tokens, month.end));
  return after && dated(vocabulary, tokens, { start, end: after.end, month: month.value, day: after.value });
}

function alternatives(vocabulary: Vocabulary, tokens: readonly Token[], start: number): Day[] {
  const first = dayAt(vocabulary, tokens, start);
  if (first === null) return [];
  const joiner = listAt(vocabulary, "or", tokens, first.end) ?? listAt(vocabulary, "and", tokens, first.end);
  const isRange = isDigits(tokens[first.end]?.text) && /^ ?[-/] ?$/.test(tokens[first.end]?.gap ?? "");
  if (joiner === null && !isRange) return [];
  const last = dateByMonthAt(vocabulary, tokens, joiner?.end ?? first.end);
  return last === null ? [] : [{ ...last, start, day: first.value }, last];
}

interface Count {
  readonly value: number;
  readonly end: number;
}

/** `15th`, or beside a weekday plain `15`: the day of whichever month comes next. */
export function dayAloneAt(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  start: number,
  isBesideWeekday: boolean,
): DateMention | null {
  const from = isBesideWeekday ? pastOf(vocabulary, tokens, start) : start;
  const day = isDigits(tokens[from]?.text) ? dayAt(vocabulary, tokens, from) : null;
  if (day === null || !(isBesideWeekday || day.end > from + 1)) return null;
  return { kind: "day-of-month", day: day.value, start, end: day.end };
}

function dayAt(vocabulary: Vocabulary, tokens: readonly Token[], start: number): Count | null {
  const [first, next] = tokens.slice(start, start + 2);
  if (!isDigits(first?.text)) {
    const word =
      numberAt(vocabulary, "ordinals", tokens, start) ?? numberAt(vocabulary, "cardinals", tokens, start);
    return word !== null && word.value >= 1 && word.value <= DAYS_MAX ? word : null;
  }
  const value = Number(first.text);
  if (value < 1 || value > DAYS_MAX || isTime(next)) return null;
  return { value, end: start + (isOrdinalSuffix(next) ? 2 : 1) };
}

function dated(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  date: { start: number; end: number; month: number; day: number },
): Day {
  const index = pastOf(vocabulary, tokens, date.end);
  const [year, next] = tokens.slice(index, index + 2);
  const years = isDigits(year?.text) && /^[ ,.'-]*$/.test(year.gap) ? yearsOf(year.text) : null;
  // Two digits before anything else are more likely the hour: "3 March 10 o'clock".
  const isHour = year?.text.length === 2 && next !== undefined && next.clause === year.clause;
  if (years === null || isHour) return { kind: "day", years: [], ...date };
  return { kind: "day", years, ...date, end: index + 1 };
}

/** Past the "of" or "the" that stands between the parts of a date. */
function pastOf(vocabulary: Vocabulary, tokens: readonly Token[], index: number): number {
  return cueAt(vocabulary, ["of"], tokens, index)?.end ?? index;
}

function isTime(next: Token | undefined): boolean {
  return next !== undefined && (next.gap === ":" || TIME.test(next.text));
}
