// What a segment may ask about: every path, and which comparisons make sense of it.
import { wordsOf } from "#core/compare";
import { filtersOf } from "#core/condition";
import type { Condition, Filter, Operator } from "#core/condition";
import { STANDINGS } from "#core/consent/standing";
import { readDate } from "#core/date-text";
import { CHANNELS } from "#core/line";
import { readSpan } from "./span.ts";

/** The longest filter is 3.5 KB of SQL and a statement of D1 holds 100 KB; more belongs into a static list. */
export const FILTERS_MAX = 25;
/** Groups within groups. Nobody reads deeper ones, and SQLite's parser has an end too. */
export const DEPTH_MAX = 10;

export const TIME_PATHS = ["created", "last_inbound"] as const;
const TIME_OPERATORS: readonly Operator[] = ["before", "after", "between", "exists"];
/** Of a list, which consent and channel are, `contains` is a member too. */
const WHOLE_WORD_OPERATORS: ReadonlySet<Operator> = new Set(["eq", "ne", "in", "nin", "contains"]);

export interface PathProblem {
  readonly path: string;
  readonly message: string;
}

/** What keeps a condition from being a segment, each with the path it is about; none for a good one. */
export function checkCondition(condition: Condition): readonly PathProblem[] {
  const filters = filtersOf(condition);
  const size = [
    ...(filters.length > FILTERS_MAX
      ? [
          {
            path: "",
            message: `has ${filters.length} filters; at most ${FILTERS_MAX} fit, more is a static list`,
          },
        ]
      : []),
    ...(depthOf(condition) > DEPTH_MAX
      ? [{ path: "", message: `has groups more than ${DEPTH_MAX} deep` }]
      : []),
  ];
  return [
    ...size,
    ...filters.flatMap((filter) => {
      const message = checkFilter(filter);
      return message === null ? [] : [{ path: filter.path, message }];
    }),
  ];
}

function checkFilter({ path, op, value }: Filter): string | null {
  const [root = "", ...names] = path.split(".");
  switch (root) {
    case "attributes":
    case "category":
      return names.length > 0 ? null : `needs a name, as in ${root}.plan`;
    case "answers":
      return names.length > 1 ? null : "needs a flow and a question, as in answers.product-review.rating";
    case "consent":
      return names.length === 1 && CHANNELS.some((channel) => channel === names[0])
        ? checkWords(op, value, STANDINGS)
        : `needs a channel: ${CHANNELS.map((channel) => `consent.${channel}`).join(", ")}`;
    case "campaigns":
      return names.length === 1 && (names[0] === "received" || names[0] === "replied")
        ? null
        : "is campaigns.received or campaigns.replied";
    case "channel":
      return names.length === 0 ? checkWords(op, value, CHANNELS) : `is just ${root}`;
    case "tags":
    case "language":
    case "zone":
    case "lists":
      return names.length === 0 ? null : `is just ${root}`;
    case "created":
    case "last_inbound":
      return names.length > 0 ? `is just ${root}` : checkTime(op, value);
    default:
      return "is nothing a segment knows; it knows attributes.<name>, tags, category.<funnel>, consent.<channel>, channel, language, zone, created, last_inbound, campaigns.received, campaigns.replied, answers.<flow>.<question> and lists";
  }
}

function checkTime(op: Operator, value: Filter["value"]): string | null {
  if (!TIME_OPERATORS.includes(op)) return `takes ${TIME_OPERATORS.join(", ")}, not ${op}`;
  if (op === "exists") return null;
  const given = Array.isArray(value) ? value : [value];
  return given.every(isTime)
    ? null
    : "is compared with a day (2026-11-21), an instant (2026-11-21T08:00:00Z) or a span (-30d, -12h)";
}

/** What equals none of the words there are would find nobody, and its opposite everybody, without a word. */
function checkWords(op: Operator, value: Filter["value"], words: readonly string[]): string | null {
  if (!WHOLE_WORD_OPERATORS.has(op)) return null;
  const given = Array.isArray(value) ? value : [value];
  const strange = given.find((member) => !words.includes(wordsOf(member ?? null)));
  return strange === undefined
    ? null
    : `is one of ${words.join(", ")}; it is never ${JSON.stringify(strange)}`;
}

function isTime(value: unknown): boolean {
  return readSpan(value) !== null || (typeof value === "string" && readDate(value) !== null);
}

function depthOf(condition: Condition): number {
  if ("all" in condition) return 1 + Math.max(0, ...condition.all.map(depthOf));
  if ("any" in condition) return 1 + Math.max(0, ...condition.any.map(depthOf));
  return "not" in condition ? 1 + depthOf(condition.not) : 0;
}
