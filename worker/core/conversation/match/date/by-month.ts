// Dates with the month in words: 3 March, March 3rd 2026, the third of March, 3 de marzo, 1er mars, 3. März.
import { cueAt, dateNumberAt } from "./calendar.ts";
import { yearsOf } from "./in-digits.ts";
import type { DateMention } from "./mention.ts";
import { ORDINAL_SUFFIX } from "../choice/position.ts";
import { isDigits, type Token } from "../reading/read.ts";
import { listAt, numberAt, type Vocabulary } from "../reading/vocabulary.ts";

type Day = Extract<DateMention, { kind: "day" }>;

const DAYS_MAX = 31;
const TIME = /^(?:am|pm|h|hrs|uhr)$/;

/** One date, or for "3 or 4 March" both. */
export function datesByMonthAt(vocabulary: Vocabulary, tokens: readonly Token[], start: number): Day[] {
  const dayFirst = dayAt(vocabulary, tokens, start);
  if (dayFirst !== null) {
    const of = cueAt(vocabulary, ["of"], tokens, dayFirst.end);
    const month = dateNumberAt(vocabulary, "months", tokens, of?.end ?? dayFirst.end);
    if (month !== null)
      return [dated(vocabulary, tokens, { start, end: month.end, month: month.value, day: dayFirst.value })];
    return alternatives(vocabulary, tokens, start, dayFirst);
  }
  const month = dateNumberAt(vocabulary, "months", tokens, start);
  if (month === null) return [];
  const of = cueAt(vocabulary, ["of"], tokens, month.end);
  const day = dayAt(vocabulary, tokens, of?.end ?? month.end);
  return day === null
    ? []
    : [dated(vocabulary, tokens, { start, end: day.end, month: month.value, day: day.value })];
}

interface Count {
  readonly value: number;
  readonly end: number;
}

function alternatives(vocabulary: Vocabulary, tokens: readonly Token[], start: number, first: Count): Day[] {
  const joiner = listAt(vocabulary, "or", tokens, first.end) ?? listAt(vocabulary, "and", tokens, first.end);
  const isRange = isDigits(tokens[first.end]?.text) && /^ ?[-/] ?$/.test(tokens[first.end]?.gap ?? "");
  if (joiner === null && !isRange) return [];
  const [last] = datesByMonthAt(vocabulary, tokens, joiner?.end ?? first.end);
  return last === undefined || last.start >= last.end ? [] : [{ ...last, start, day: first.value }, last];
}

/** `15th`, or beside a weekday plain `15`: the day of whichever month comes next. */
export function dayAloneAt(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  start: number,
  isBesideWeekday: boolean,
): DateMention | null {
  const from = isBesideWeekday ? (cueAt(vocabulary, ["of"], tokens, start)?.end ?? start) : start;
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
  const hasSuffix = next?.gap === "" && ORDINAL_SUFFIX.test(next.text);
  return { value, end: start + (hasSuffix ? 2 : 1) };
}

function dated(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  date: { start: number; end: number; month: number; day: number },
): Day {
  const of = cueAt(vocabulary, ["of"], tokens, date.end);
  const index = of?.end ?? date.end;
  const [year, next] = tokens.slice(index, index + 2);
  const years = isDigits(year?.text) && /^[ ,.'-]*$/.test(year.gap) ? yearsOf(year.text) : null;
  // Two digits before anything else are more likely the hour: "3 March 10 o'clock".
  const isHour = year?.text.length === 2 && next !== undefined && next.clause === year.clause;
  if (years === null || isHour) return { kind: "day", years: [], ...date };
  return { kind: "day", years, ...date, end: index + 1 };
}

function isTime(next: Token | undefined): boolean {
  return next !== undefined && (next.gap === ":" || TIME.test(next.text));
}
