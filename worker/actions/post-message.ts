// A claimed message to the carrier, once; what its answer means is for the caller.
import type { Claim } from "#core/contact/claim";
import { failureOf, isUnauthorised } from "#core/status";
import type { Services } from "../services.ts";
import { toTwilioAddress } from "../twilio/address.ts";
import type { Sent } from "../twilio/client.ts";
import { statusCallbackUrl } from "../twilio/reply.ts";

export type Granted = Extract<Claim, { kind: "granted" }>;
export type Refusal = Extract<Sent, { kind: "refused" }>;

export function postMessage(
  { twilio, settings }: Services,
  addressId: string,
  { message, line, to, validitySeconds }: Granted,
): Promise<Sent> {
  return twilio.send({
    to: toTwilioAddress(line.channel, to),
    from: toTwilioAddress(line.channel, line.address),
    body: message.text,
    media: message.media,
    content: message.content,
    statusCallback: statusCallbackUrl(settings.PUBLIC_URL, message.id, addressId),
    validitySeconds,
  });
}

/** Surely not processed, and nothing is wrong with the message: it may be tried again later. */
export function isForNow({ code, status }: Refusal): boolean {
  return isUnauthorised(code, status) || failureOf(code) === "back-off";
}

export function reportRefusal({ log }: Services, messageId: string, { code, status }: Refusal): void {
  if (isUnauthorised(code, status))
    log.error("carrier-refuses-credentials", { code, status, settings: "TWILIO_API_KEY, TWILIO_AUTH_TOKEN" });
  else log.warn("message-refused", { messageId, code, status });
}
