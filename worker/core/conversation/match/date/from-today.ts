// Dates counted from today: tomorrow, in two weeks, 3 days ago, Friday, next Friday, last Monday.
import { spelledAt } from "../number/spelled.ts";
import { isDigits, type Token } from "../reading/read.ts";
import { listAt, type Vocabulary } from "../reading/vocabulary.ts";
import { type Cue, cueAt, cueBefore, dateNumberAt, unitAt } from "./calendar.ts";
import type { DateMention } from "./mention.ts";

/** A lifetime in days: more is a slip of the finger. */
const AMOUNT_MAX = 40_000;

export function dayFromTodayAt(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  start: number,
): DateMention | null {
  const day = dateNumberAt(vocabulary, "days", tokens, start);
  return day && { kind: "distance", amount: day.value, unit: "days", start, end: day.end };
}

/** An amount of time with the word that says which way it counts, before it or behind it. */
export function distanceAt(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  start: number,
): DateMention | null {
  const amount = amountAt(vocabulary, tokens, start);
  const unit = amount && unitAt(vocabulary, tokens, amount.end);
  if (amount === null || unit === null || amount.value > AMOUNT_MAX) return null;
  const before = cueBefore(vocabulary, ["ahead", "ago"], tokens, start);
  const after = cueAt(vocabulary, ["aheadAfter", "agoAfter"], tokens, unit.end);
  const cue = after ?? before;
  const place = { start: before?.start ?? start, end: after?.end ?? unit.end };
  if (cue === null) return { kind: "dangling", ...place };
  const isPast = cue.value === "ago" || cue.value === "agoAfter";
  return { kind: "distance", amount: isPast ? -amount.value : amount.value, unit: unit.value, ...place };
}

function amountAt(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  start: number,
): { value: number; end: number } | null {
  const [token, before] = [tokens[start], tokens[start - 1]];
  if (isDigits(token?.text)) {
    const isFraction = isDigits(before?.text) && /^[.,]$/.test(token.gap);
    return isFraction ? null : { value: Number(token.text), end: start + 1 };
  }
  const article = listAt(vocabulary, "articles", tokens, start);
  return spelledAt(vocabulary, tokens, start) ?? (article && { value: 1, end: article.end });
}

const WHICH: Partial<Readonly<Record<Cue, Extract<DateMention, { kind: "weekday" }>["which"]>>> = {
  coming: "this",
  next: "next-week",
  nextWeek: "next-week",
  weekLater: "week-later",
  last: "last",
  lastWeek: "last-week",
};
const BESIDE: readonly Cue[] = ["coming", "next", "nextWeek", "weekLater", "last", "lastWeek"];

export function weekdayAt(
  vocabulary: Vocabulary,
  tokens: readonly Token[],
  start: number,
): DateMention | null {
  const weekday = dateNumberAt(vocabulary, "weekdays", tokens, start);
  if (weekday === null) return null;
  const before = cueBefore(vocabulary, BESIDE, tokens, start);
  const after = cueAt(vocabulary, BESIDE, tokens, weekday.end);
  const cue = after ?? before;
  return {
    kind: "weekday",
    weekday: weekday.value,
    which: (cue && WHICH[cue.value]) ?? "near",
    start: before?.start ?? start,
    end: after?.end ?? weekday.end,
  };
}
