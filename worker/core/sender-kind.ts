// The kinds of sender a line can have, and what follows from each. Without any library: pages read it as well.

export const CHANNELS = ["sms", "whatsapp", "chat"] as const;

export const SENDER_KINDS = [
  "long-code",
  "toll-free",
  "short-code",
  "messaging-service",
  "whatsapp",
  "whatsapp-sandbox",
  "chat",
] as const;
export type SenderKind = (typeof SENDER_KINDS)[number];

/** Who answers STOP, START and HELP before we hear of it, by kind of sender (Twilio: "Opt-out keywords"). */
export const OPT_OUT_BY = {
  "long-code": "twilio",
  "messaging-service": "twilio",
  "toll-free": "network",
  "short-code": "us",
  whatsapp: "us",
  "whatsapp-sandbox": "us",
  chat: "us",
} as const satisfies Record<SenderKind, "twilio" | "network" | "us">;

/**
 * Message segments a second, by kind of sender (Twilio: "Rate limits and message queues"). A US long code registered for
 * A2P may have more by its trust score; a messaging service as much as its numbers together: both are for the line to say.
 */
export const SEGMENTS_PER_SECOND = {
  "long-code": 1,
  "toll-free": 3,
  "short-code": 100,
  "messaging-service": 1,
  whatsapp: 80,
  "whatsapp-sandbox": 1,
  chat: 100,
} as const satisfies Record<SenderKind, number>;
