// A value of a comparison as text in a field, and back.
import type { Subject } from "../../draft/subjects.ts";

export type Scalar = string | number | boolean | null;

export function sayScalar(value: Scalar): string {
  return value === null ? "" : String(value);
}

/** Typed as what it is compared with: a number where it is one, yes and no as such; half a number stays text. */
export function readScalar(text: string, holds: Subject["holds"]): Scalar {
  if (holds === "flag" && (text === "true" || text === "false")) return text === "true";
  const number = Number(text);
  const isNumber = holds === "number" && text.trim() !== "" && String(number) === text;
  return isNumber ? number : text;
}
