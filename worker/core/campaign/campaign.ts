// The vocabulary of a campaign: what an organiser sets, on one page.
import * as z from "zod";
import { Name, Text } from "#core/conversation/flow";
import { Hours } from "#core/hours";
import { SegmentFilter } from "#core/segment/filter";

/** An id or a slug of something that is kept by itself. */
const Reference = z.string().min(1).max(60);

/** What each recipient gets: a template or plain words to send, or a flow to begin. */
export const Content = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("template"), template: Reference }),
  z.strictObject({ kind: z.literal("text"), text: Text }),
  z.strictObject({ kind: z.literal("flow"), flow: Reference }),
]);
export type Content = z.infer<typeof Content>;

export const Variant = z.strictObject({
  name: Name,
  /** Its share of the recipients, against the other variants' weights. */
  weight: z.number().positive().max(1_000).default(1),
  content: Content,
});

/** Who is meant. */
export const Audience = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("segment"), segment: Reference }),
  z.strictObject({ kind: z.literal("filter"), filter: SegmentFilter }),
  /** By contact id: what a funnel enrols, or a handful chosen by hand. */
  z.strictObject({ kind: z.literal("contacts"), contacts: z.array(z.uuid()).min(1).max(1_000) }),
]);
export type Audience = z.infer<typeof Audience>;

const Instant = z.iso.datetime({ offset: true });

export const CampaignConfig = z.strictObject({
  name: z.string().trim().min(1).max(120),
  lineId: z.uuid(),
  /** More than one is an A/B test: who gets which is drawn once and kept. */
  variants: z.array(Variant).min(1).max(5),
  audience: Audience,
  /** Not before; at once where absent. */
  startAt: Instant.optional(),
  /** Who was not reached by then is not sent anything. */
  expiresAt: Instant.optional(),
  /** On the clock of each recipient; the line's hours where absent, and never outside of those. */
  hours: Hours.optional(),
  /** People a day, on the line's calendar. */
  dailyCap: z.int().positive().max(1_000_000).optional(),
  /** Someone who is in a conversation on this line is left out, waited for, or interrupted. */
  inConversation: z.enum(["skip", "wait", "interrupt"]).default("skip"),
  /** `granted`: only who opted in or gave a grant. `not-refused`: everyone who did not opt out. */
  consent: z.enum(["granted", "not-refused"]).default("granted"),
  /** Where this line fails for good, the same words go by another, if the person may be written to there. */
  fallbackLineId: z.uuid().optional(),
  /** Enough completed answers end the campaign. */
  quota: z.int().positive().max(1_000_000).optional(),
});
export type CampaignConfig = z.infer<typeof CampaignConfig>;

export const CAMPAIGN_STATES = [
  "draft",
  "scheduled",
  "sending",
  "paused",
  "done",
  "cancelled",
  "failed",
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
