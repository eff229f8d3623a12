// The comparisons in words, and what becomes of a value when another is chosen.
import type { Scalar } from "#core/compare";
import type { Filter, Operator } from "#core/condition";
import { isWordList } from "./subject.ts";
import type { Subject } from "./subject.ts";

const WORDS: Readonly<Record<Operator, string>> = {
  eq: "is",
  ne: "is not",
  in: "is one of",
  nin: "is none of",
  gt: "is more than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  between: "is between",
  contains: "contains",
  starts_with: "begins with",
  exists: "is known",
  before: "is before",
  after: "is after",
};

const MEMBERS: Readonly<Partial<Record<Operator, string>>> = {
  eq: "include",
  ne: "do not include",
  in: "include one of",
  nin: "include none of",
  contains: "contain",
};

/** `exists` is two choices: known and not known. */
export type Choice = Exclude<Operator, "exists"> | "exists" | "missing";

export function choiceOf({ op, value }: Filter): Choice {
  return op === "exists" && value === false ? "missing" : op;
}

export function wordsFor(choice: Choice, subject: Subject | null): string {
  if (choice === "missing" || choice === "exists") return existence(choice === "exists", subject);
  return (subject !== null && isWordList(subject) ? MEMBERS[choice] : undefined) ?? WORDS[choice];
}

function existence(isThere: boolean, subject: Subject | null): string {
  if (subject === "campaigns.received" || subject === "campaigns.replied") return isThere ? "any" : "none";
  if (subject === "tags" || subject === "lists") return isThere ? "are any" : "are none";
  if (subject === "answers") return isThere ? "was given" : "was not given";
  return isThere ? "is known" : "is not known";
}

/** The filter with another comparison; as much of its value as that takes stays. */
export function withChoice(filter: Filter, choice: Choice): Filter {
  const { path } = filter;
  const given = listOf(filter.value);
  const [first = "", second = first] = given.filter((one) => one !== null);
  switch (choice) {
    case "exists":
      return { path, op: "exists", value: true };
    case "missing":
      return { path, op: "exists", value: false };
    case "in":
    case "nin":
      return { path, op: choice, value: given.filter((one) => one !== "" && typeof one !== "boolean") };
    case "between":
      return { path, op: choice, value: [first, second] };
    case "eq":
    case "ne":
    case "gt":
    case "gte":
    case "lt":
    case "lte":
    case "contains":
    case "starts_with":
    case "before":
    case "after":
      return { path, op: choice, value: filter.op === "exists" ? "" : first };
    default:
      return choice satisfies never;
  }
}

export function listOf(value: Filter["value"]): readonly Scalar[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
