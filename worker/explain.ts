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
      return `is too ${smallness(issue.origin)}: at least ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `is too ${largeness(issue.origin)}: at most ${issue.maximum}${unit(issue.origin)}`;
    case "invalid_union":
      return issue.discriminator === undefined
        ? "is nothing that fits here"
        : `is of no known ${issue.discriminator}`;
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return sentence(issue.message);
    default:
      return issue satisfies never;
  }
}

/** Our own messages stand on their own; Zod's begin with "Invalid". */
function sentence(message: string): string {
  return message.startsWith("Invalid ")
    ? `is no valid ${message.slice("Invalid ".length)}`
    : `is refused: ${message}`;
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path, code }) => path.length * 2 - (code === "invalid_type" ? 1 : 0)));
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
