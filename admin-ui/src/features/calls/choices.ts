// What one can choose on the page of calls; part of its address.
import type { CallOutcome } from "#core/helpline/call";

export const VIEWS = ["log", "figures"] as const;
export const SPANS = ["7", "30", "90"] as const;
export type Span = (typeof SPANS)[number];

export const OUTCOMES = [
  "answered",
  "forwarded",
  "voicemail",
  "informed",
  "blocked",
  "missed",
] as const satisfies readonly CallOutcome[];
