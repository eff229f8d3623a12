// One value of a comparison: words, a number, yes or no, or nothing; kept as what it is.
import type { Scalar } from "#core/compare";

export const KINDS = ["words", "number", "truth", "nothing"] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  words: "Words",
  number: "Number",
  truth: "Yes or no",
  nothing: "Nothing",
};

export function kindOf(value: Scalar): Kind {
  if (value === null) return "nothing";
  if (typeof value === "number") return "number";
  return typeof value === "boolean" ? "truth" : "words";
}

/** The value as another kind; what cannot be one begins anew. */
export function asKind(value: Scalar, kind: Kind): Scalar {
  switch (kind) {
    case "words":
      return typeof value === "number" ? String(value) : typeof value === "string" ? value : "";
    case "number":
      return typeof value === "number" ? value : readNumber(String(value ?? ""));
    case "truth":
      return typeof value === "boolean" ? value : value !== "no" && value !== "false";
    case "nothing":
      return null;
    default:
      return kind satisfies never;
  }
}

function readNumber(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : 0;
}

export function sayScalar(value: Scalar): string {
  if (value === null) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
