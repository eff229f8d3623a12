// What came in, in which circumstances, and what it was taken for.
import type { Answer, Attachment, Location } from "#core/conversation/run";

export interface Said {
  readonly text: string;
  readonly attachments?: readonly Attachment[];
  readonly location?: Location;
  /** The id of the quick reply that was tapped. */
  readonly option?: string;
}

export interface MatchContext {
  /** The person's language; its words count first. */
  readonly language: string;
  /** Of the flow, the default first; their words are understood too. */
  readonly languages: readonly string[];
  /** The person's IANA zone. */
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Why an answer was not understood, or not accepted. */
export const WHYS = [
  "empty",
  "ambiguous",
  "not-an-option",
  "too-few",
  "too-many",
  "not-a-number",
  "not-whole",
  "too-small",
  "too-large",
  "not-a-date",
  "too-early",
  "too-late",
  "too-short",
  "too-long",
  "not-an-email",
  "not-a-phone",
  "not-media",
  "wrong-media",
  "not-a-location",
] as const;
export type Why = (typeof WHYS)[number];

export interface Matched {
  readonly kind: "matched";
  readonly value: Answer["value"];
  readonly label: string;
  /** The id of the one option chosen, for a choice; `yes` or `no` for yes-no. */
  readonly option?: string;
}

export type Match = Matched | { readonly kind: "unmatched"; readonly why: Why };

export function matched(value: Answer["value"], label: string): Match {
  return { kind: "matched", value, label };
}

export function unmatched(why: Why): Match {
  return { kind: "unmatched", why };
}
