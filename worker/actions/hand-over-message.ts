// One message to the carrier: claimed, posted, reported on. Whatever goes wrong between, it is never sent twice.
import type { Claim } from "#core/contact/claim";
import { failureOf } from "#core/status";
import type { Services } from "../services.ts";
import type { Found } from "../twilio/client.ts";
import { statusCallbackUrl } from "../twilio/reply.ts";

/** While another delivery of the same job may still be at it, an open claim is left alone. */
const CLAIM_IN_USE_MS = 30_000;
/** The carrier's clock and ours may differ by this much. */
const CLOCKS_APART_MS = 5_000;
/** How long a refused-for-now message waits, doubled by nothing: the sender's pace decides when it is tried again. */
const BACK_OFF_MS = 60_000;

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
  const prefix = line.channel === "whatsapp" ? "whatsapp:" : "";
  const sent = await services.twilio.send({
    to: prefix + to,
    from: line.address.startsWith("MG") ? line.address : prefix + line.address,
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
      services.log.warn("message-refused", { messageId, code: sent.code, status: sent.status });
      if (failureOf(sent.code) === "back-off") {
        await contact.complete({
          messageId,
          outcome: { kind: "released", dueAt: at + BACK_OFF_MS },
          now: at,
        });
      } else {
        await contact.complete({ messageId, outcome: { kind: "failed", code: sent.code, at }, now: at });
      }
      return;
    case "unknown":
      await lookUp(services, addressId, messageId, { to: prefix + to, text: message.text, since: now });
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
  const prefix = channel === "whatsapp" ? "whatsapp:" : "";
  await lookUp(services, addressId, messageId, { to: prefix + to, text: message.text, since: claimedAt });
  return null;
}

/** Found at the carrier = sent. Not found = unknown, which staff see; it is not sent again by itself. */
async function lookUp(
  services: Services,
  addressId: string,
  messageId: string,
  sought: { to: string; text: string; since: number },
): Promise<void> {
  const found = await services.twilio
    .find({ to: sought.to, since: sought.since - CLOCKS_APART_MS })
    .catch((): readonly Found[] => []);
  const match = found.find(({ body, direction }) => direction.startsWith("outbound") && body === sought.text);
  const at = services.clock.now();
  const outcome =
    match === undefined
      ? ({ kind: "unknown", at } as const)
      : ({ kind: "accepted", sid: match.sid, at } as const);
  services.log.warn("hand-over-in-doubt", { messageId, outcome: outcome.kind });
  await services.contact(addressId).complete({ messageId, outcome, now: at });
}
