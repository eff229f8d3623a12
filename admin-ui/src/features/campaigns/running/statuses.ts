// What may become of a message, in the words of whoever sent it.
import type { Status } from "#core/status";

const WORDS: Readonly<Record<Exclude<Status, "received">, string>> = {
  pending: "Waits",
  "handed-over": "Handed over",
  accepted: "Accepted by the carrier",
  scheduled: "Scheduled by the carrier",
  queued: "Queued at the carrier",
  sending: "Being sent",
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  undelivered: "Did not arrive",
  failed: "Failed",
  unknown: "Nobody can tell",
  refused: "Held back",
  canceled: "Ended before their turn",
};

/** To choose from. */
export const RECIPIENT_STATUSES = Object.entries(WORDS).map(([value, label]) => ({ value, label }));

export function statusInWords(status: string): string {
  return RECIPIENT_STATUSES.find(({ value }) => value === status)?.label ?? status;
}
