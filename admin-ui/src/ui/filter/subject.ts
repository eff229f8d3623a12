// What a comparison is about: the first word of its path, and the names behind it.
import type { Filter, Operator } from "#core/condition";

export const SUBJECTS = [
  "attributes",
  "tags",
  "lists",
  "language",
  "zone",
  "created",
  "last_inbound",
  "consent",
  "channel",
  "category",
  "campaigns.received",
  "campaigns.replied",
  "answers",
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  attributes: "An attribute",
  tags: "Tags",
  lists: "Lists",
  language: "Language",
  zone: "Time zone",
  created: "Added to the contacts",
  last_inbound: "Last wrote to us",
  consent: "Consent",
  channel: "Can be reached by",
  category: "Category in a funnel",
  "campaigns.received": "Got a campaign",
  "campaigns.replied": "Answered a campaign",
  answers: "Answer to a question",
};

/** In the order they are offered. */
export const SUBJECT_GROUPS: readonly { readonly group: string; readonly subjects: readonly Subject[] }[] = [
  { group: "Who they are", subjects: ["attributes", "tags", "lists", "language", "zone"] },
  { group: "Writing to them", subjects: ["consent", "channel"] },
  {
    group: "What they did",
    subjects: ["answers", "campaigns.received", "campaigns.replied", "category", "created", "last_inbound"],
  },
];

/** null for a path that no segment knows. */
export function subjectOf(path: string): Subject | null {
  const [root = "", ...rest] = path.split(".");
  if (root === "campaigns") return SUBJECTS.find((subject) => subject === path) ?? null;
  const subject = SUBJECTS.find((one) => one === root) ?? null;
  return subject !== null && (rest.length === 0 || isNamed(subject)) ? subject : null;
}

/** Whether its path goes on with a name. */
export function isNamed(subject: Subject): boolean {
  return ["attributes", "category", "consent", "answers"].includes(subject);
}

/** What stands behind the first word of a path; of an answer the flow and the question. */
export function namesOf(path: string): readonly [first: string, rest: string] {
  const [, first = "", ...rest] = path.split(".");
  return [first, rest.join(".")];
}

/** The whole name behind the first word. */
export function nameOf(path: string): string {
  return path.split(".").slice(1).join(".");
}

const BLANKS: Readonly<Record<Subject, Filter>> = {
  attributes: { path: "attributes.name", op: "eq", value: "" },
  tags: { path: "tags", op: "eq", value: "" },
  lists: { path: "lists", op: "eq", value: "" },
  language: { path: "language", op: "eq", value: "en" },
  zone: { path: "zone", op: "eq", value: "" },
  created: { path: "created", op: "after", value: "-30d" },
  last_inbound: { path: "last_inbound", op: "after", value: "-30d" },
  consent: { path: "consent.sms", op: "in", value: ["opted-in", "granted"] },
  channel: { path: "channel", op: "eq", value: "sms" },
  category: { path: "category", op: "exists", value: true },
  "campaigns.received": { path: "campaigns.received", op: "exists", value: true },
  "campaigns.replied": { path: "campaigns.replied", op: "exists", value: true },
  answers: { path: "answers", op: "exists", value: true },
};

/** The likeliest comparison about it, to be filled in. */
export function blankFilter(subject: Subject): Filter {
  return BLANKS[subject];
}

const TIMES: readonly Operator[] = ["after", "before", "between", "exists"];
const WORDS: readonly Operator[] = ["eq", "ne", "in", "nin", "exists"];
const VALUES: readonly Operator[] = [
  "eq",
  "ne",
  "in",
  "nin",
  "contains",
  "starts_with",
  "gt",
  "gte",
  "lt",
  "lte",
  "between",
  "before",
  "after",
  "exists",
];

/** The comparisons one wants of it, then the others it takes. */
export function operatorsOf(subject: Subject | null): {
  readonly usual: readonly Operator[];
  readonly more: readonly Operator[];
} {
  if (subject === "created" || subject === "last_inbound") return { usual: TIMES, more: [] };
  if (subject === "attributes" || subject === "answers" || subject === null)
    return { usual: VALUES, more: [] };
  return { usual: WORDS, more: VALUES.filter((op) => !WORDS.includes(op)) };
}

/** Somebody has several of these. */
export function isWordList(subject: Subject): boolean {
  return subject === "tags" || subject === "lists";
}
