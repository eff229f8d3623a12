// A condition in words, short enough for a line.
import type { Condition, Filter, Operator } from "#core/condition";

export const OPERATOR_NAMES: Readonly<Record<Operator, string>> = {
  eq: "is",
  ne: "is not",
  gt: "is more than",
  gte: "is at least",
  lt: "is less than",
  lte: "is at most",
  between: "is between",
  in: "is one of",
  nin: "is none of",
  contains: "contains",
  starts_with: "starts with",
  exists: "is known",
  before: "is before",
  after: "is after",
};

/** What a path is called in the sentence. */
export type NameOf = (path: string) => string;

/** `rating is at least 4 and tags contains vip`. */
export function sayCondition(condition: Condition, nameOf: NameOf = nameInPath): string {
  const sayMember = (member: Condition): string => {
    const said = sayCondition(member, nameOf);
    return "all" in member || "any" in member ? `(${said})` : said;
  };
  if ("all" in condition)
    return condition.all.length === 0 ? "anything" : condition.all.map(sayMember).join(" and ");
  if ("any" in condition)
    return condition.any.length === 0 ? "never" : condition.any.map(sayMember).join(" or ");
  if ("not" in condition) return `not (${sayCondition(condition.not, nameOf)})`;
  return sayFilter(condition, nameOf);
}

export function nameInPath(path: string): string {
  return path.replace(/^(?:answers|attributes|category|variant)\./, "");
}

function sayFilter({ path, op, value }: Filter, nameOf: NameOf): string {
  const name = nameOf(path);
  if (op === "exists") return `${name} is ${value === false ? "not known" : "known"}`;
  return `${name} ${OPERATOR_NAMES[op]} ${[value]
    .flat()
    .map(sayValue)
    .join(op === "between" ? " and " : ", ")}`;
}

function sayValue(value: string | number | boolean | null | undefined): string {
  if (value === true) return "yes";
  return value === false ? "no" : String(value);
}
