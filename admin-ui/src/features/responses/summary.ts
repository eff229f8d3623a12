// What a chart shows of the answers to one question, by what kind of question it is.
import { countWords } from "./count-words.ts";
import type { WordCount } from "./count-words.ts";
import { labelOf } from "./question.ts";
import type { Question } from "./question.ts";

/** As the API counts them. */
export interface AnswerCounts {
  readonly questions: readonly {
    readonly name: string;
    readonly answered: number;
    readonly skipped: number;
  }[];
  readonly values: readonly { readonly name: string; readonly value: string; readonly count: number }[];
}

export interface Bar {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** Of all who answered; several choices of one person make more than 1 in all. */
  readonly share: number;
}

export type Chart =
  | { readonly kind: "bars"; readonly bars: readonly Bar[]; readonly mean: number | null }
  | { readonly kind: "nps"; readonly nps: Nps; readonly bars: readonly Bar[] }
  | {
      readonly kind: "histogram";
      readonly bins: readonly Bin[];
      readonly mean: number;
      readonly median: number;
    }
  | { readonly kind: "words"; readonly words: readonly WordCount[]; readonly newest: readonly string[] }
  /** Nothing to draw: addresses, numbers, files. */
  | { readonly kind: "count" };

export interface Nps {
  /** -100 to 100: the share of promoters less the share of detractors, in points. */
  readonly score: number;
  /** 9 and 10. */
  readonly promoters: number;
  /** 7 and 8. */
  readonly passives: number;
  /** 0 to 6. */
  readonly detractors: number;
}

export interface Bin {
  readonly label: string;
  readonly count: number;
}

export interface Summary {
  readonly question: Question;
  readonly answered: number;
  readonly skipped: number;
  readonly chart: Chart;
}

const TEXTS_SHOWN = 5;

export function summarise(question: Question, { questions, values }: AnswerCounts): Summary {
  const { answered = 0, skipped = 0 } = questions.find(({ name }) => name === question.name) ?? {};
  const counted = values.filter(({ name }) => name === question.name);
  return { question, answered, skipped, chart: chartOf(question, counted, answered) };
}

type Counted = AnswerCounts["values"];

function chartOf(question: Question, counted: Counted, answered: number): Chart {
  const { rule } = question;
  const toBar = (value: string): Bar => {
    const count = counted.find((one) => one.value === value)?.count ?? 0;
    return { value, label: labelOf(question, value), count, share: answered === 0 ? 0 : count / answered };
  };
  switch (rule?.kind) {
    case "choice":
    case "multi-choice": {
      const ids = rule.options.map(({ id }) => id);
      const gone = counted.map(({ value }) => value).filter((value) => !ids.includes(value));
      return { kind: "bars", bars: [...ids, ...gone].map(toBar), mean: null };
    }
    case "yes-no":
      return { kind: "bars", bars: ["true", "false"].map(toBar), mean: null };
    case "rating":
      return { kind: "bars", bars: scale(rule.min, rule.max).map(toBar), mean: meanOf(counted) };
    case "nps":
      return { kind: "nps", nps: npsOf(counted), bars: scale(0, 10).map(toBar) };
    case "number":
      return histogramOf(counted);
    case "date":
      return { kind: "bars", bars: byValue(counted).map(({ value }) => toBar(value)), mean: null };
    case "email":
    case "phone":
    case "media":
      return { kind: "count" };
    case "text":
    case "location":
    case undefined:
      return {
        kind: "words",
        words: countWords(counted),
        newest: counted.slice(0, TEXTS_SHOWN).map(({ value }) => value),
      };
    default:
      return rule satisfies never;
  }
}

function scale(min: number, max: number): readonly string[] {
  return Array.from({ length: max - min + 1 }, (_, step) => String(min + step));
}

function byValue(counted: Counted): Counted {
  return counted.toSorted((a, b) => (a.value < b.value ? -1 : 1));
}

/** As Reichheld defined it: promoters answer 9 or 10, detractors 0 to 6. */
export function npsOf(counted: Counted): Nps {
  const within = (min: number, max: number) =>
    sum(counted.filter(({ value }) => Number(value) >= min && Number(value) <= max));
  const [promoters, passives, detractors] = [within(9, 10), within(7, 8), within(0, 6)];
  const total = promoters + passives + detractors;
  return {
    score: total === 0 ? 0 : Math.round(((promoters - detractors) / total) * 100),
    promoters,
    passives,
    detractors,
  };
}

/** Each number its own bin while they are few and whole; else ten bins of one width. */
const BINS_MAX = 20;
const BINS = 10;

function histogramOf(counted: Counted): Chart {
  const numbers = counted
    .map(({ value, count }) => ({ at: Number(value), count }))
    .filter(({ at }) => Number.isFinite(at))
    .toSorted((a, b) => a.at - b.at);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return { kind: "count" };
  const span = last.at - first.at;
  const isWhole = numbers.every(({ at }) => Number.isInteger(at));
  const isFew = isWhole && span < BINS_MAX;
  const width = isFew ? 1 : niceWidth(span / BINS);
  const start = isFew ? first.at : Math.floor(first.at / width) * width;
  const count = Math.floor((last.at - start) / width) + 1;
  const bins = Array.from({ length: count }, (_, place): Bin => {
    const [from, to] = [start + place * width, start + (place + 1) * width];
    const inside = numbers.filter(({ at }) => at >= from && at < to);
    return {
      label: isFew ? String(from) : `${round(from)}–${round(isWhole ? to - 1 : to)}`,
      count: sum(inside),
    };
  });
  return { kind: "histogram", bins, mean: meanOf(counted) ?? 0, median: medianOf(numbers) };
}

/** 1, 2 or 5 times a power of ten: bounds that people can read. */
function niceWidth(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5, 10].find((each) => each * power >= wanted) ?? 10;
  return factor * power;
}

function medianOf(numbers: readonly { readonly at: number; readonly count: number }[]): number {
  const half = sum(numbers) / 2;
  let seen = 0;
  for (const [place, { at, count }] of numbers.entries()) {
    seen += count;
    if (seen > half) return at;
    if (seen === half) return (at + (numbers[place + 1]?.at ?? at)) / 2;
  }
  return 0;
}

function meanOf(counted: Counted): number | null {
  const total = sum(counted);
  return total === 0
    ? null
    : counted.reduce((all, { value, count }) => all + Number(value) * count, 0) / total;
}

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

/** What is left of floating point. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
