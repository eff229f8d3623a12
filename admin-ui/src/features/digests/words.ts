// Digests in words: when one comes, and what is in it.
import type { Section } from "#core/digest/config";
import type { Digest } from "./questions.ts";

export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  messages: "Messages",
  answers: "Answers",
  campaigns: "Campaigns",
  helplines: "Helpline",
};

/** "Every Friday at 07:00, Europe/London". */
export function tellSchedule({
  period,
  weekday,
  at,
  zone,
}: Pick<Digest, "period" | "weekday" | "at" | "zone">): string {
  const day = period === "daily" ? "day" : (WEEKDAYS[weekday - 1] ?? "week");
  return `Every ${day} at ${at}, ${zone.replaceAll("_", " ")}`;
}

export function tellSections({ sections }: Pick<Digest, "sections">): string {
  if (sections.length === Object.keys(SECTION_WORDS).length) return "Everything";
  if (sections.length === 0) return "Only what needs somebody";
  return sections.map((section) => SECTION_WORDS[section]).join(", ");
}
