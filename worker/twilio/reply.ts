// What we answer a message webhook with: TwiML whose messages report on themselves under our own ids.
import type { Outgoing } from "#core/contact/memory";
import { clean } from "#core/text";
import { writeTwiml } from "./twiml.ts";

/** Twilio retries a callback that fails so, twice, instead of never ("connection overrides"); the fragment is not signed. */
export const RETRIES = "#rc=2&rp=5xx,ct,rt";

/** Where the carrier reports on a message: our id, and whose it is, are in the URL. */
export function statusCallbackUrl(publicUrl: string, messageId: string, addressId: string): string {
  return `${publicUrl}/webhooks/twilio/status?m=${messageId}&a=${addressId}${RETRIES}`;
}

/** The TwiML of a turn's messages; an empty Response says nothing to the person. */
export function toTwiml(messages: readonly Outgoing[], publicUrl: string, addressId: string): string {
  return writeTwiml(
    messages.map(({ id, text, media }) => ({
      name: "Message",
      attributes: { action: statusCallbackUrl(publicUrl, id, addressId) },
      content: [
        // XML that holds a forbidden character is never written, and the webhook would fail for ever.
        { name: "Body", content: clean(text) },
        ...media.map((url) => ({ name: "Media", content: url })),
      ],
    })),
  );
}
