// What somebody who gets the digest has set: when, and of what.
import * as z from "zod";
import { isZone } from "#core/zone";
import { TimeOfDay } from "#core/rota/rota";

export const SECTIONS = ["messages", "answers", "campaigns", "helplines"] as const;
export type Section = (typeof SECTIONS)[number];

/** More than one person looks after. */
const SCOPE_MAX = 50;
const Scope = z.array(z.string().min(1).max(80)).min(1).max(SCOPE_MAX).nullable().default(null);

export const DigestConfig = z.strictObject({
  email: z.email().max(254),
  period: z.enum(["daily", "weekly"]).default("daily"),
  /** ISO 8601, 1 is Monday: the day a weekly one comes on. */
  weekday: z.int().min(1).max(7).default(1),
  /** When it comes, by the clock of `zone`; it is about the days before. */
  at: TimeOfDay.default("07:00"),
  zone: z.string().max(60).refine(isZone, "must be a time zone such as Europe/London").default("UTC"),
  sections: z
    .array(z.enum(SECTIONS))
    .max(SECTIONS.length)
    .default([...SECTIONS]),
  /** Only these, by id; null for all. */
  flows: Scope,
  helplines: Scope,
  /** No e-mail about a period in which nothing happened and nothing is to be done. */
  skipWhenQuiet: z.boolean().default(false),
});
export type DigestConfig = z.infer<typeof DigestConfig>;
