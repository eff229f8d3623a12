// A line: one of our addresses and everything configured about it.
import * as z from "zod";
import { Language, Text, Words } from "#core/conversation/flow";
import { DEFAULT_HOURS, Hours } from "#core/hours";
import { CHANNELS, OPT_OUT_BY, SEGMENTS_PER_SECOND, SENDER_KINDS } from "#core/sender-kind";
import type { SenderKind } from "#core/sender-kind";

export { CHANNELS, OPT_OUT_BY, SEGMENTS_PER_SECOND, SENDER_KINDS };
export type { SenderKind };

/** What an organiser sets; see Line for what the rest of the system reads. */
export const LineConfig = z.strictObject({
  name: z.string().trim().min(1).max(80),
  channel: z.enum(CHANNELS),
  sender: z.enum(SENDER_KINDS),
  /** A number in E.164, a messaging service's SID, or the slug of a web chat. */
  address: z.union([
    z.e164(),
    z.string().regex(/^MG[0-9a-f]{32}$/),
    z.string().regex(/^\d{3,8}$/),
    z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  ]),
  /** Who is speaking, as the consent sentences name it. */
  organisation: z.string().trim().min(1).max(60),
  language: Language.default("en"),
  zone: z.string().max(60).default("UTC"),
  hours: Hours.default(DEFAULT_HOURS),
  optOutBy: z.enum(["twilio", "network", "us"]).optional(),
  /** Segments a second that the sender may hand over; by kind of sender where absent. */
  segmentsPerSecond: z.number().min(0.05).max(1_000).optional(),
  /** What a segment costs, by the country of the number (ISO 3166, two letters) with `*` for the rest. */
  prices: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/, "a currency is a code such as USD"),
      perSegment: z.record(
        z.union([z.literal("*"), z.string().regex(/^[A-Z]{2}$/)]),
        z.number().min(0).max(10),
      ),
    })
    .optional(),
  /** In the currency of `prices`: beyond it nothing that we start leaves until the next day in the line's zone. */
  spendCapPerDay: z.number().positive().max(1_000_000).optional(),
  /** Numbers of other countries are never sent anything we start; every country where absent. */
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "a country is two letters such as US"))
    .min(1)
    .max(250)
    .optional(),
  /** Consent words beside the built-in ones. */
  words: z
    .strictObject({ optOut: Words.optional(), optIn: Words.optional(), help: Words.optional() })
    .optional(),
  /** Said to a text that nothing understands; without it such a text waits in the inbox. */
  unmatchedReply: Text.optional(),
  /** What HELP is answered with, where it is us who answers. */
  helpReply: Text.optional(),
});
export type LineConfig = z.infer<typeof LineConfig>;

export interface Line extends Omit<LineConfig, "optOutBy" | "segmentsPerSecond"> {
  readonly id: string;
  readonly segmentsPerSecond: number;
  readonly optOutBy: "twilio" | "network" | "us";
  /** Absent: everywhere. */
  readonly optOutScope?: OptOutScope;
}

/** How far a STOP on a line reaches: every channel, or that line's channel alone. A setting of the whole organisation. */
export const OPT_OUT_SCOPES = ["everywhere", "channel"] as const;
export type OptOutScope = (typeof OPT_OUT_SCOPES)[number];

/** The line as the system reads it, with who answers opt-out words, and how fast it may send, settled. */
export function toLine(id: string, config: LineConfig, optOutScope: OptOutScope = "everywhere"): Line {
  return {
    ...config,
    id,
    ...(optOutScope === "channel" && { optOutScope }),
    segmentsPerSecond: config.segmentsPerSecond ?? SEGMENTS_PER_SECOND[config.sender],
    optOutBy: config.optOutBy ?? OPT_OUT_BY[config.sender],
  };
}
