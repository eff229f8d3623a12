// Has the carrier a message that we are not sure of? Looked up by whom it went to, when, and what it said.
import type { Services } from "../services.ts";
import { toTwilioAddress } from "../twilio/address.ts";
import type { Found } from "../twilio/client.ts";

/** The carrier's clock and ours may differ by this much, and it dates messages by the second. */
const CLOCKS_APART_MS = 5_000;

export interface Sought {
  readonly messageId: string;
  readonly addressId: string;
  readonly channel: string;
  readonly to: string;
  readonly text: string;
  /** Epoch milliseconds: it cannot have been sent before. */
  readonly since: number;
}

/** The carrier's id of the message; null when it has none. `taken` are ids known to be other messages'. Throws when it could not be looked up. */
export async function findSent(
  { twilio, d1 }: Pick<Services, "twilio" | "d1">,
  { messageId, addressId, channel, to, text, since }: Sought,
  taken: ReadonlySet<string> = new Set(),
): Promise<string | null> {
  const earliest = since - CLOCKS_APART_MS;
  const found = await twilio.find({ to: toTwilioAddress(channel, to), since: earliest });
  const alike = found.filter((message) => isLike(message, text, earliest) && !taken.has(message.sid));
  if (alike.length === 0) return null;
  const others = await othersAmong(d1, addressId, messageId, alike);
  // Newest first: of several the oldest is the nearest to when it was sent.
  return alike.findLast(({ sid }) => !others.has(sid))?.sid ?? null;
}

function isLike({ body, direction, createdAt }: Found, text: string, earliest: number): boolean {
  return direction.startsWith("outbound") && createdAt >= earliest && squeeze(body) === squeeze(text);
}

/** Twilio trims a text, and its channels lay out white space each in its own way. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** Those the record knows as other messages of this person: people are told the same thing more than once. */
async function othersAmong(
  d1: D1Database,
  addressId: string,
  messageId: string,
  alike: readonly Found[],
): Promise<ReadonlySet<string>> {
  const { results } = await d1
    .prepare(
      "SELECT sid FROM messages WHERE address_id = ? AND id <> ? AND sid IN (SELECT value FROM json_each(?))",
    )
    .bind(addressId, messageId, JSON.stringify(alike.map(({ sid }) => sid)))
    .all<{ sid: string }>();
  return new Set(results.map(({ sid }) => sid));
}
