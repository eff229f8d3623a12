// The demo's lines: one of each kind that people may meet, with the words that start something on them.
import type { LineConfig } from "#core/line";
import type * as z from "zod";
import { ZONE } from "../start.ts";
import type { FlowSlug } from "./flows.ts";

export type LineName = "texts" | "whatsapp" | "tollFree" | "news" | "chat";

export interface DemoLine {
  readonly config: z.input<typeof LineConfig>;
  /** Keyword to flow; the empty one is for everything else. */
  readonly starts: Readonly<Record<string, FlowSlug>>;
}

const shared = { organisation: "Riverside Centre", zone: ZONE, language: "en" } as const;

/** Numbers that Ofcom and the NANPA keep for fiction. */
export const LINES: Readonly<Record<LineName, DemoLine>> = {
  texts: {
    config: {
      ...shared,
      name: "Texts",
      channel: "sms",
      sender: "long-code",
      address: "+447700900100",
      // Raised by the carrier, as an organisation with volunteers to ask at six in the evening has it done.
      segmentsPerSecond: 10,
      unmatchedReply: {
        en: "Thank you, somebody will read this. Or reply REVIEW, SURVEY, JOIN or VOLUNTEER.",
        es: "Gracias, alguien lo leerá. O responda SURVEY o JOIN.",
      },
    },
    starts: {
      review: "product-review",
      survey: "centre-survey",
      encuesta: "centre-survey",
      join: "join",
      volunteer: "volunteer",
      تقييم: "clinic-feedback",
    },
  },
  whatsapp: {
    config: {
      ...shared,
      name: "WhatsApp",
      channel: "whatsapp",
      sender: "whatsapp",
      address: "+442079460100",
    },
    starts: {
      review: "product-review",
      survey: "centre-survey",
      join: "join",
      volunteer: "volunteer",
      تقييم: "clinic-feedback",
    },
  },
  tollFree: {
    config: {
      ...shared,
      name: "Toll-free",
      channel: "sms",
      sender: "toll-free",
      address: "+18885550100",
      zone: "America/New_York",
    },
    starts: { review: "product-review", join: "join" },
  },
  /** What goes to many at once, so that it holds up no answer on the other lines. */
  news: {
    config: {
      ...shared,
      name: "News",
      channel: "sms",
      sender: "long-code",
      address: "+447700900110",
      segmentsPerSecond: 5,
      prices: { currency: "GBP", perSegment: { GB: 0.04, "*": 0.09 } },
      spendCapPerDay: 50,
      countries: ["GB", "US"],
    },
    starts: { join: "join" },
  },
  chat: {
    config: { ...shared, name: "Web chat", channel: "chat", sender: "chat", address: "product-review" },
    // The page of a web chat begins its flow by itself.
    starts: {},
  },
};
