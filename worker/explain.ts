// Says in words what a schema found wrong, and where.
import type * as z from "zod";
import { Problem } from "./errors.ts";

export interface Explained {
  /** `nodes[2].text.en`; empty for the whole. */
  readonly path: string;
  /** Goes on after the path: `is missing`, `should be a number, not text`. */
  readonly message: string;
}

type Path = readonly PropertyKey[];

/** Whoever reads them mends the first few and asks again. */
const DETAILS_MAX = 50;

/** A Problem that lists what is wrong with `value`. */
export function invalid(issues: readonly z.core.$ZodIssue[], value: unknown): Problem {
  return invalidAt(...issues.slice(0, DETAILS_MAX).flatMap((issue) => explain(issue, value)));
}

/** A Problem about the places named; the first makes the sentence. */
export function invalidAt(...details: readonly Explained[]): Problem {
  const [first] = details;
  const message =
    first === undefined ? "This is not valid." : `${first.path === "" ? "It" : first.path} ${first.message}.`;
  return new Problem("invalid", message, details);
}

/** `value` is what was validated; a union is explained by the form that came furthest. */
function explain(issue: z.core.$ZodIssue, value: unknown, under: Path = []): readonly Explained[] {
  const path = [...under, ...issue.path];
  const given = valueAt(value, path);
  if (issue.code === "invalid_union") {
    const [deepest = [], second = []] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
    if (depth(deepest) > depth(second))
      return deepest.slice(0, 1).flatMap((inner) => explain(inner, value, path));
    // A whole body of no form: the first form is ours, and what it lacks says more than that nothing fits.
    const [ours = []] = issue.errors;
    if (path.length === 0 && ours.every(({ path: [part] }) => part !== undefined))
      return ours.flatMap((inner) => explain(inner, value, path));
  }
  return [{ path: placeOf(path), message: words(issue, given) }];
}

function words(issue: z.core.$ZodIssue, given: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return given === undefined
        ? "is missing"
        : `should be ${nameOf(issue.expected)}, not ${nameOf(kindOf(given))}`;
    case "unrecognized_keys":
      return `has no place for ${listed(issue.keys)}`;
    case "invalid_value":
      return given === undefined ? "is missing" : `should be ${listed(issue.values, " or ")}`;
    case "too_small":
      if (issue.minimum === 1 && issue.origin !== "number" && issue.origin !== "int") return "is empty";
      return `is too ${smallness(issue.origin)}: at least ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `is too ${largeness(issue.origin)}: at most ${issue.maximum}${unit(issue.origin)}`;
    case "invalid_union":
      return issue.discriminator === undefined
        ? noForm(issue, given)
        : `is of no known ${issue.discriminator}`;
    // Why it is no key is what the key's own schema says.
    case "invalid_key":
      return issue.issues[0] === undefined ? sentence(issue.message) : words(issue.issues[0], given);
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_element":
    case "custom":
      return sentence(issue.message);
    default:
      return issue satisfies never;
  }
}

/** Where each form is plainly a type, the types; forms that differ by more cannot be told in a line. */
function noForm({ errors }: z.core.$ZodIssueInvalidUnion, given: unknown): string {
  const kinds = errors.flatMap(([first]) =>
    first?.code === "invalid_type" && first.path.length === 0 ? [nameOf(first.expected)] : [],
  );
  return kinds.length === errors.length
    ? `should be ${[...new Set(kinds)].join(" or ")}, not ${nameOf(kindOf(given))}`
    : "is nothing that fits here";
}

/** Of our own messages some go on after the place, others stand by themselves; Zod's begin with "Invalid". */
function sentence(message: string): string {
  if (/^(?:is|has|says) /.test(message)) return message;
  return message.startsWith("Invalid ")
    ? `is no valid ${message.slice("Invalid ".length)}`
    : `is refused: ${message}`;
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => {
      const inside = issue.code === "invalid_union" ? Math.max(0, ...issue.errors.map(depth)) : 0;
      return issue.path.length * 2 + inside - (isMistyped(issue) ? 1 : 0);
    }),
  );
}

/** Something else altogether, or not there at all: whoever meant this form would not have got so little of it right. */
function isMistyped(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== "invalid_union") return issue.code === "invalid_type";
  return issue.errors.every(([first]) => first?.path.length === 0 && isMistyped(first));
}

function placeOf(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`,
    )
    .join("");
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, part)
        ? (Object.getOwnPropertyDescriptor(inner, part)?.value as unknown)
        : undefined,
    value,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "nothing (null)",
};

function nameOf(kind: string): string {
  return NAMES[kind] ?? kind;
}

function listed(values: readonly unknown[], or = ", "): string {
  return values.map((value) => JSON.stringify(value)).join(or);
}

function smallness(origin: string): string {
  return origin === "number" || origin === "int" ? "small" : "short";
}

function largeness(origin: string): string {
  return origin === "number" || origin === "int" ? "large" : "long";
}

function unit(origin: string): string {
  if (origin === "string") return " characters";
  return origin === "array" ? " members" : "";
}
