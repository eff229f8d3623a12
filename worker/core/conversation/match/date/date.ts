// A day, in digits or in words, as the person's own calendar shows it.
import { dateOf, dayOf, weekdayOf } from "#core/civil";
import type { AnswerRuleOf } from "#core/conversation/flow";
import { DAY_MS } from "#core/hours/wall";
import { dayIn } from "#core/zone-clock";
import { localeOf } from "../reading/locale.ts";
import { affirmed } from "../reading/negation.ts";
import { read } from "../reading/read.ts";
import { vocabularyOf } from "../reading/vocabulary.ts";
import { matched, type Match, type MatchContext, type Said, unmatched } from "../said.ts";
import type { DateMention } from "./mention.ts";
import { dateMentionsIn } from "./mentions.ts";
import { type Frame, resolve } from "./resolve.ts";

/** The value is an ISO date. Dates without a year are the coming ones, or the last ones where only the past is allowed. */
export function matchDate(rule: AnswerRuleOf<"date">, said: Said, context: MatchContext): Match {
  const frame = frameOf(rule, context);
  const vocabulary = vocabularyOf(context);
  const { tokens } = read(said.text);
  const mentions = affirmed(tokens, dateMentionsIn(tokens, vocabulary, context.language), vocabulary);
  const day = settle(mentions, frame);
  if (typeof day === "string") return unmatched(day);
  if (frame.earliest !== null && day < frame.earliest) return unmatched("too-early");
  if (frame.latest !== null && day > frame.latest) return unmatched("too-late");
  return matched(dateOf(day), written(day, context.language));
}

/** The one day everything said agrees on. A weekday beside a date is a check of it. */
function settle(mentions: readonly DateMention[], frame: Frame): number | "not-a-date" | "ambiguous" {
  const weekdays = mentions.flatMap((mention) => (mention.kind === "weekday" ? mention.weekday : []));
  const dates = mentions.filter(({ kind }) => kind !== "dangling");
  const exact = dates.filter(({ kind }) => kind !== "weekday");
  const meant = exact.length > 0 ? exact : dates;
  const [first = null, ...others] = meant.map((mention) => resolve(mention, frame, weekdays[0] ?? null));
  if (first === null || others.includes(null)) return "not-a-date";
  if (dates.length < mentions.length) return "ambiguous";
  const agree =
    others.every((day) => day === first) && weekdays.every((weekday) => weekday === weekdayOf(first));
  return agree ? first : "ambiguous";
}

function frameOf({ earliest, latest }: AnswerRuleOf<"date">, { now, zone }: MatchContext): Frame {
  const today = dayIn(zone, now);
  const dated = (limit: string | undefined) =>
    limit === undefined ? null : limit === "today" ? today : dayOf(limit);
  return { today, earliest: dated(earliest), latest: dated(latest) };
}

/** `3 March 2027` in the person's language, always by the calendar the value is in. */
function written(day: number, language: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
  });
  return format.format(day * DAY_MS);
}
