// Numbers, dates and comparisons as a digest says them.
import { DAY_MS } from "../hours/wall.ts";
import type { Span } from "../rota/spans.ts";
import type { DigestWords } from "./words.ts";

export interface Saying {
  readonly words: DigestWords;
  /** What the digest is about. */
  readonly span: Span;
  /** Of who reads it. */
  readonly zone: string;
}

export function sayNumber({ words }: Saying, number: number): string {
  return number.toLocaleString(words.locale);
}

/** Whole days; one of 23 or 25 hours is a day too. */
export function countDays({ startsAt, endsAt }: Span): number {
  return Math.max(1, Math.round((endsAt - startsAt) / DAY_MS));
}

/** Such as "Tuesday, 24 November", or "16 – 22 November" for several days. */
export function sayPeriod({ words, span, zone }: Saying): string {
  const options = { timeZone: zone, day: "numeric", month: "long" } as const;
  const last = span.endsAt - 1;
  if (countDays(span) === 1)
    return new Intl.DateTimeFormat(words.locale, { ...options, weekday: "long" }).format(span.startsAt);
  return new Intl.DateTimeFormat(words.locale, options).formatRange(span.startsAt, last);
}

export function sayInstant({ words, zone }: Saying, at: number): string {
  return new Intl.DateTimeFormat(words.locale, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

/** Beside the period before. */
export function sayChange(saying: Saying, now: number, before: number): string {
  const { than } = saying.words;
  const isDay = countDays(saying.span) === 1;
  const difference = sayNumber(saying, Math.abs(now - before));
  if (now === before) return than.same(isDay);
  return now > before ? than.more(difference, isDay) : than.fewer(difference, isDay);
}
