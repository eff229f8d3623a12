// What a check reports.
import type { Node } from "#core/conversation/flow";

export const PROBLEM_CODES = [
  "answer-overwritten",
  "answer-unknown",
  "character-costly",
  "choices-overlap",
  "date-unknown",
  "dead-end",
  "goto-missing",
  "id-repeated",
  "language-unknown",
  "limits-crossed",
  "loop",
  "path-unknown",
  "placeholder-bare",
  "schema",
  "template-broken",
  "text-long",
  "timer-late",
  "translation-missing",
  "unreachable",
  "wait-pointless",
  "whatsapp-window",
  "word-reserved",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  /** An error keeps a flow from being published. */
  readonly kind: "error" | "warning";
  readonly code: ProblemCode;
  /** The node to look at; null for the flow as a whole. */
  readonly node: string | null;
  readonly message: string;
}

export function error(code: ProblemCode, node: Node | null, message: string): Problem {
  return { kind: "error", code, node: node?.id ?? null, message };
}

export function warning(code: ProblemCode, node: Node | null, message: string): Problem {
  return { kind: "warning", code, node: node?.id ?? null, message };
}

/** `"red", "blue" and "green"`. */
export function quoted(words: Iterable<string>): string {
  const list = Array.from(words, (word) => `"${word}"`);
  const last = list.pop() ?? "";
  return list.length === 0 ? last : `${list.join(", ")} and ${last}`;
}
