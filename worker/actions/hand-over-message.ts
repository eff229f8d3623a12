// One message to the carrier: claimed, in its turn, posted, reported on. Whatever goes wrong between, it is never sent twice.
import { costMicrosOf } from "#core/campaign/price";
import type { Claim } from "#core/contact/claim";
import type { Outcome } from "#core/contact/outcome";
import { billedSegments } from "#core/text";
import { doorwayOf } from "../doorway.ts";
import type { Departure } from "../doorway.ts";
import type { Services } from "../services.ts";
import { waitUntil } from "../wait.ts";
import { isForNow, postMessage, reportRefusal } from "./post-message.ts";
import type { Granted, Refusal } from "./post-message.ts";
import { settleDoubt } from "./settle-doubt.ts";

/** While another delivery of the same job may still be at it, an open claim is left alone. */
const CLAIM_IN_USE_MS = 30_000;
/** What the carrier refuses for now - a full queue, too many requests, wrong credentials - is tried again so much later. */
const BACK_OFF_MS = 60_000;
/** What the carrier has refused for a day is news no longer. */
const GIVEN_UP_MS = 24 * 3_600_000;

/** Returns in how many seconds the job should be looked at again, or null when it is done with. */
export async function handOverMessage(
  services: Services,
  addressId: string,
  messageId: string,
): Promise<number | null> {
  const claim = await services.contact(addressId).claim({ messageId, now: services.clock.now() });
  switch (claim.kind) {
    case "gone":
    case "refused":
    case "later":
      // The object offers a later one again by itself.
      return null;
    case "in-doubt":
      return resolveDoubt(services, addressId, messageId, claim);
    case "granted":
      await takeTurn(services, addressId, claim);
      return null;
    default:
      return claim satisfies never;
  }
}

/** Asks the line's Sender for the message's turn: before everything that a campaign sends. */
async function takeTurn(services: Services, addressId: string, claim: Granted): Promise<void> {
  const { clock, contact, sender } = services;
  const { message, line, to } = claim;
  const segments = billedSegments(message.text, line.channel, message.media.length);
  const load = {
    pacing: line,
    isStarted: message.bound,
    segments,
    costMicros: costMicrosOf(line, to, segments),
  };
  const turn = await sender(line.id)
    .reserveReply({ ...load, now: clock.now() })
    .catch(async (error: unknown) => {
      // The carrier was not called: the claim is given back, and nothing is in doubt.
      const now = clock.now();
      await contact(addressId).complete({
        messageId: message.id,
        outcome: { kind: "released", dueAt: now },
        now,
      });
      throw error;
    });
  if (turn.kind === "slot") {
    await waitUntil(clock, turn.at);
    const departure = doorwayOf(line).hurry(segments, clock.now(), claim.expiresAt);
    await waitUntil(clock, departure?.at ?? 0);
    if (departure !== null && clock.now() <= claim.expiresAt)
      return post(services, addressId, claim, departure);
  }
  const now = clock.now();
  const outcome = { kind: "released", dueAt: Math.max(now, turn.at) } as const;
  await contact(addressId).complete({ messageId: message.id, outcome, now });
}

async function post(
  services: Services,
  addressId: string,
  claim: Granted,
  departure: Departure,
): Promise<void> {
  const { message, line, to } = claim;
  const { id: messageId } = message;
  const since = services.clock.now();
  departure.begins(since);
  const sent = await postMessage(services, addressId, claim);
  const at = services.clock.now();
  departure.isAnswered(at);
  const complete = (outcome: Outcome) =>
    services.contact(addressId).complete({ messageId, outcome, now: at });
  switch (sent.kind) {
    case "accepted":
      return complete({ kind: "accepted", sid: sent.sid, at });
    case "refused": {
      reportRefusal(services, messageId, sent);
      await complete(afterRefusal(sent, claim.refusedAt ?? at, at));
      const { code, status } = sent;
      const failure = { lineId: line.id, campaignId: null, messageId, code, status };
      return services.sender(line.id).failed({ ...failure, draw: Math.random(), now: at });
    }
    case "unknown":
      await settleDoubt(services, {
        messageId,
        addressId,
        channel: line.channel,
        to,
        text: message.text,
        since,
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
  await settleDoubt(services, { messageId, addressId, channel, to, text: message.text, since: claimedAt });
  return null;
}

/** Refused for now, and surely not processed: due again, for a day. Anything else failed. Times are epoch milliseconds. */
function afterRefusal(refusal: Refusal, refusedSince: number, at: number): Outcome {
  return isForNow(refusal) && at - refusedSince < GIVEN_UP_MS
    ? { kind: "released", dueAt: at + BACK_OFF_MS, isRefused: true }
    : { kind: "failed", code: refusal.code, at };
}
