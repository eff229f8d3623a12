// The demo's flows, as an organiser would have built them.
import { readFileSync } from "node:fs";

export const FLOWS = {
  "product-review": "Product review",
  "centre-survey": "Riverside Centre survey",
  "clinic-feedback": "Clinic feedback (Arabic)",
  join: "News, double opt-in",
  volunteer: "Volunteer intake",
} as const;
export type FlowSlug = keyof typeof FLOWS;

export const SLUGS: readonly FlowSlug[] = [
  "product-review",
  "centre-survey",
  "clinic-feedback",
  "join",
  "volunteer",
];

/** The flow's document. */
export function readFlow(slug: FlowSlug): unknown {
  return JSON.parse(readFileSync(new URL(`../flows/${slug}.json`, import.meta.url), "utf8"));
}
