// What became of a message: statuses only climb, whatever order the news comes in.

/** Rank by status. Twilio's callbacks come in any order; of two last words the better-informed one wins. */
export const STATUS_RANK = {
  /** Waits to be handed over. */
  pending: 0,
  /** Given to the carrier: TwiML returned, or REST accepted. */
  "handed-over": 5,
  accepted: 10,
  scheduled: 11,
  /** Nobody can tell whether the carrier took it. Staff see it; nothing resends it by itself. */
  unknown: 15,
  queued: 20,
  sending: 30,
  sent: 40,
  canceled: 50,
  refused: 51,
  failed: 52,
  undelivered: 53,
  delivered: 54,
  read: 60,
} as const;
export type Status = keyof typeof STATUS_RANK | "received";

export function rankOf(status: Status): number {
  return status === "received" ? 100 : STATUS_RANK[status];
}

/** Twilio's own words; anything else in a callback is a status we do not know and keep only as a receipt. */
export function parseStatus(word: string): Status | null {
  return Object.hasOwn(STATUS_RANK, word) ? (word as keyof typeof STATUS_RANK) : null;
}

/** What an error code means for what we do next (Twilio, "Error and warning dictionary"). */
export type Failure =
  /** This address can never get it. */
  | "permanent"
  /** The person, or their carrier for them, said stop. */
  | "opted-out"
  /** Filtered as spam: never re-send as it is. */
  | "filtered"
  /** Our own set-up: nothing goes until someone changes it. */
  | "configuration"
  /** The whole campaign must pause. */
  | "pause"
  /** Outside WhatsApp's 24 hours: only a template may go. */
  | "window"
  /** One later try is fine. */
  | "retry-once"
  /** Not processed at all: back off and try again. */
  | "back-off"
  /** Not sent in its validity period: due again. */
  | "deferred"
  /** Another channel may work. */
  | "other-channel"
  /** Count it as failed; a retry could repeat it. */
  | "failed";

const FAILURES: Readonly<Record<number, Failure>> = {
  21211: "permanent",
  21614: "permanent",
  30005: "permanent",
  63024: "permanent",
  30006: "permanent",
  30004: "permanent",
  63015: "permanent",
  21610: "opted-out",
  63014: "opted-out",
  30007: "filtered",
  21408: "configuration",
  21606: "configuration",
  21212: "configuration",
  21612: "configuration",
  30034: "pause",
  30032: "pause",
  30002: "pause",
  63016: "window",
  30003: "retry-once",
  30008: "failed",
  30036: "deferred",
  63018: "back-off",
  63032: "other-channel",
  20429: "back-off",
  21611: "back-off",
  30001: "back-off",
};

/** Unknown codes count as failed: a retry could repeat the message. */
export function failureOf(code: number | null): Failure {
  return (code === null ? undefined : FAILURES[code]) ?? "failed";
}

/** Twilio's code for credentials it does not know. */
const UNAUTHENTICATED = 20_003;

/** Nothing is wrong with the message: somebody rotated a key, or suspended the account. `status` is HTTP's; null for a callback. */
export function isUnauthorised(code: number | null, status: number | null): boolean {
  return code === UNAUTHENTICATED || status === 401 || status === 403;
}
