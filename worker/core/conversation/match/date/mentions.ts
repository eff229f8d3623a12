// Every date named in a text.
import type { Token } from "../reading/read.ts";
import type { Vocabulary } from "../reading/vocabulary.ts";
import { datesByMonthAt, dayAloneAt } from "./by-month.ts";
import { cueAt, unitAt } from "./calendar.ts";
import { dayFromTodayAt, distanceAt, weekdayAt } from "./from-today.ts";
import { dateInDigitsAt } from "./in-digits.ts";
import type { DateMention } from "./mention.ts";

export function dateMentionsIn(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  language: string,
): DateMention[] {
  const mentions: DateMention[] = [];
  for (let index = 0; index < tokens.length;) {
    const time = cueAt(vocabulary, ["times"], tokens, index);
    const found = time === null ? mentionsAt(tokens, index, vocabulary, language) : [];
    mentions.push(...found);
    index = Math.max(time?.end ?? index + 1, ...found.map((mention) => mention.end));
  }
  return mentions;
}

function mentionsAt(
  tokens: readonly Token[],
  index: number,
  vocabulary: Vocabulary,
  language: string,
): readonly DateMention[] {
  const byMonth = datesByMonthAt(vocabulary, tokens, index);
  if (byMonth.length > 0) return byMonth;
  const weekday = weekdayAt(vocabulary, tokens, index);
  if (weekday !== null) {
    const isWithMonth = datesByMonthAt(vocabulary, tokens, weekday.end).length > 0;
    const day = isWithMonth ? null : dayAloneAt(vocabulary, tokens, weekday.end, true);
    return day === null || dateInDigitsAt(tokens, weekday.end, language) !== null
      ? [weekday]
      : [weekday, day];
  }
  const mention =
    dateInDigitsAt(tokens, index, language) ??
    dayFromTodayAt(vocabulary, tokens, index) ??
    distanceAt(vocabulary, tokens, index) ??
    dayAloneAt(vocabulary, tokens, index, false);
  if (mention === null) return [];
  // "1.5 weeks" is not the first of May.
  const isAmount = mention.kind === "day" && unitAt(vocabulary, tokens, mention.end) !== null;
  return [isAmount ? { kind: "dangling", start: mention.start, end: mention.end } : mention];
}
