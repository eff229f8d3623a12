// One message to the carrier: claimed, posted, reported on. Whatever goes wrong between, it is never sent twice.
import type { Claim } from "#core/contact/claim";
import type { Outcome } from "#core/contact/outcome";
import { failureOf } from "#core/status";
import type { Services } from "../services.ts";
import { toTwilioAddress } from "../twilio/address.ts";
import type { Sent } from "../twilio/client.ts";
import { statusCallbackUrl } from "../twilio/reply.ts";
import { findSent } from "./find-sent.ts";
import type { Sought } from "./find-sent.ts";

/** While another delivery of the same job may still be at it, an open claim is left alone. */
const CLAIM_IN_USE_MS = 30_000;
/** What the carrier refuses for now - a full queue, too many requests, wrong credentials - is tried again so much later. */
const BACK_OFF_MS = 60_000;
/** A message older than this that is still refused is news no longer. */
const GIVEN_UP_MS = 24 * 3_600_000;
/** Twilio's code for credentials it does not know. */
const UNAUTHENTICATED = 20_003;

/** Returns in how many seconds the job should be looked at again, or null when it is done with. */
export async function handOverMessage(
  services: Services,
  addressId: string,
  messageId: string,
): Promise<number | null> {
  const contact = services.contact(addressId);
  const claim = await contact.claim({ messageId, now: services.clock.now() });
  switch (claim.kind) {
    case "gone":
    case "refused":
    case "later":
      // The object offers a later one again by itself.
      return null;
    case "in-doubt":
      return resolveDoubt(services, addressId, messageId, claim);
    case "granted":
      await post(services, addressId, messageId, claim);
      return null;
    default:
      return claim satisfies never;
  }
}

async function post(
  services: Services,
  addressId: string,
  messageId: string,
  claim: Extract<Claim, { kind: "granted" }>,
): Promise<void> {
  const contact = services.contact(addressId);
  const { message, line, to } = claim;
  const now = services.clock.now();
  if (now > claim.expiresAt) {
    await contact.complete({ messageId, outcome: { kind: "released", dueAt: now }, now });
    return;
  }
  const sent = await services.twilio.send({
    to: toTwilioAddress(line.channel, to),
    from: toTwilioAddress(line.channel, line.address),
    body: message.text,
    media: message.media,
    content: message.content,
    statusCallback: statusCallbackUrl(services.settings.PUBLIC_URL, messageId, addressId),
    validitySeconds: claim.validitySeconds,
  });
  const at = services.clock.now();
  switch (sent.kind) {
    case "accepted":
      await contact.complete({ messageId, outcome: { kind: "accepted", sid: sent.sid, at }, now: at });
      return;
    case "refused":
      reportRefusal(services, messageId, sent);
      await contact.complete({ messageId, outcome: afterRefusal(sent, message.at, at), now: at });
      return;
    case "unknown":
      await lookUp(services, {
        messageId,
        addressId,
        channel: line.channel,
        to,
        text: message.text,
        since: now,
      });
      return;
    default:
      sent satisfies never;
  }
}

/** A claim nobody reported on: the consumer died between the claim and the report. Only the carrier can tell. */
async function resolveDoubt(
  services: Services,
  addressId: string,
  messageId: string,
  { message, to, claimedAt, channel }: Extract<Claim, { kind: "in-doubt" }>,
): Promise<number | null> {
  const age = services.clock.now() - claimedAt;
  if (age < CLAIM_IN_USE_MS) return Math.ceil((CLAIM_IN_USE_MS - age) / 1000);
  await lookUp(services, { messageId, addressId, channel, to, text: message.text, since: claimedAt });
  return null;
}

type Refusal = Extract<Sent, { kind: "refused" }>;

/** Refused for now, and surely not processed: due again. Anything else failed. Times are epoch milliseconds. */
function afterRefusal(refusal: Refusal, madeAt: number, at: number): Outcome {
  const isForNow = isUnauthorised(refusal) || failureOf(refusal.code) === "back-off";
  return isForNow && at - madeAt < GIVEN_UP_MS
    ? { kind: "released", dueAt: at + BACK_OFF_MS }
    : { kind: "failed", code: refusal.code, at };
}

function reportRefusal({ log }: Services, messageId: string, refusal: Refusal): void {
  const { code, status } = refusal;
  if (isUnauthorised(refusal))
    log.error("carrier-refuses-credentials", { code, status, settings: "TWILIO_API_KEY, TWILIO_AUTH_TOKEN" });
  else log.warn("message-refused", { messageId, code, status });
}

/** Nothing is wrong with the message: somebody rotated a key, or suspended the account. */
function isUnauthorised({ code, status }: Refusal): boolean {
  return code === UNAUTHENTICATED || status === 401 || status === 403;
}

/** Found at the carrier = sent. Not found = unknown, which staff see; it is not sent again by itself. */
async function lookUp(services: Services, sought: Sought): Promise<void> {
  const { messageId, addressId } = sought;
  const sid = await findSent(services, sought).catch(() => null);
  const at = services.clock.now();
  const outcome: Outcome = sid === null ? { kind: "unknown", at } : { kind: "accepted", sid, at };
  services.log.warn("hand-over-in-doubt", { messageId, outcome: outcome.kind });
  await services.contact(addressId).complete({ messageId, outcome, now: at });
}
