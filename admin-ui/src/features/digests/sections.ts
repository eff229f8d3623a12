// What a digest can be about, in the order in which it tells it.
import type { Section } from "#core/digest/config";

export const SECTIONS_ALL = [
  "messages",
  "answers",
  "campaigns",
  "helplines",
] as const satisfies readonly Section[];
