// The demo's flows, as an organiser would have built them.
import { readFileSync } from "node:fs";

export const FLOWS = {
  "product-review": "Product review",
  "centre-survey": "Riverside Centre survey",
  "clinic-feedback": "Clinic feedback (Arabic)",
  join: "News, double opt-in",
  volunteer: "Volunteer intake",
  "energy-activation": "Energy advice: activation",
  "energy-reactivation-1": "Energy advice: first reactivation",
  "energy-reactivation-2": "Energy advice: second reactivation",
} as const;
export type FlowSlug = keyof typeof FLOWS;

export const SLUGS: readonly FlowSlug[] = [
  "product-review",
  "centre-survey",
  "clinic-feedback",
  "join",
  "volunteer",
  "energy-activation",
  "energy-reactivation-1",
  "energy-reactivation-2",
];

/** The funnel whose stages the energy flows are; its line is for the demo to say. */
export const FUNNEL_KEY = "energy_advice";
export function readFunnel(): object {
  return Object(JSON.parse(readFileSync(new URL("../funnels/energy-advice.json", import.meta.url), "utf8")));
}

/** The flow's document. */
export function readFlow(slug: FlowSlug): unknown {
  return JSON.parse(readFileSync(new URL(`../flows/${slug}.json`, import.meta.url), "utf8"));
}
