// What of a period needs somebody, most pressing first, a line each.
import { nameShift } from "../asking/words.ts";
import type { DigestFigures } from "./figures.ts";
import type { DigestWords } from "./words.ts";

/** A reader has thirty seconds; whoever opens the product sees all of it. */
export const LINES_MAX = 8;

/** Empty where nothing needs anybody. */
export function listAttention(
  { attention, totals, helplines }: DigestFigures,
  words: DigestWords,
): readonly string[] {
  const { attention: say } = words;
  return [
    ...attention.alarms.map(({ text }) => firstLine(text)),
    ...helplines.flatMap(({ name, zone, gaps }) =>
      gaps.map((gap) => say.gap(name, nameShift(gap, zone, words.locale))),
    ),
    ...helplines.flatMap(({ name, unheard }) => some(unheard, (count) => say.unheard(count, name))),
    ...helplines.flatMap(({ name, missed }) => some(missed, (count) => say.missed(count, name))),
    ...attention.notices.map(({ kind, count }) => say.notice[kind](count)),
    ...some(totals.unknown, say.unknown),
    ...some(attention.deadLetters, say.deadLetters),
    ...some(attention.emails, say.emails),
  ];
}

function some(count: number, sentence: (count: number) => string): readonly string[] {
  return count > 0 ? [sentence(count)] : [];
}

/** What follows is an address, or how to mend it: the alarm itself has it. */
function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}
