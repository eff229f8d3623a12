// One recipient in their slot: claimed just before it, posted in it, reported on. A slot that is missed is let go.
import type { Claim } from "#core/contact/claim";
import type { Outcome } from "#core/contact/outcome";
import type { WaitReason } from "#core/campaign/refusals";
import { FAST_PER_SECOND, LATE_MS_MAX } from "#core/campaign/slots";
import type { Line } from "#core/line";
import { doorwayOf } from "../doorway.ts";
import type { Gate } from "../gate.ts";
import type { Services } from "../services.ts";
import { waitUntil } from "../wait.ts";
import { isForNow, postMessage, reportRefusal } from "./post-message.ts";
import type { Granted, Refusal } from "./post-message.ts";
import type { Prepared } from "./prepare-recipient.ts";
import { reportFailure } from "./report-failure.ts";
import { settleDoubt } from "./settle-doubt.ts";

/** A claim takes a few hundredths of a second, from afar a few tenths; it lives two seconds. */
const CLAIMED_AHEAD_MS = 250;
/** On a fast line, which promises half a second ahead, so long behind those before it: a pause is felt in three seconds still. */
const HELD_UP_MS_MAX = 1_750;
/** Refused for now: the line itself waits for as long as the carrier wants, and then comes back to this one first. */
const REFUSED_AGAIN_MS = 1_000;

type Ready = Extract<Prepared, { kind: "ready" }>;

export type Result =
  /** The carrier has it, as far as we know. */
  | { readonly kind: "accepted" }
  /** It will not go: the person, their object or the carrier refused it. */
  | { readonly kind: "settled" }
  /** Somebody else has claimed it before, and knows what became of it. */
  | { readonly kind: "taken" }
  | { readonly kind: "later"; readonly at: number; readonly reason: WaitReason; readonly stopsPage: boolean };

/** `homeId` is the campaign's own line, which need not be the one it goes by. */
export async function sendToRecipient(
  services: Services,
  ready: Ready,
  homeId: string,
  slot: number,
  gate: Gate,
): Promise<Result> {
  const { clock, contact } = services;
  const { offered, recipient } = ready;
  await waitUntil(clock, slot - CLAIMED_AHEAD_MS);
  if (clock.now() > slot + LATE_MS_MAX) return later(clock.now(), "late");
  const claim: Claim = await contact(recipient.addressId).claimOffered({ offered, now: clock.now() });
  switch (claim.kind) {
    case "granted":
      return post(services, ready, homeId, claim, slot, gate);
    case "later":
      return later(claim.at, claim.why);
    case "refused":
      return { kind: "settled" };
    case "gone":
    // Its object looks it up by itself.
    case "in-doubt":
      return { kind: "taken" };
    default:
      return claim satisfies never;
  }
}

async function post(
  services: Services,
  { recipient, load }: Ready,
  homeId: string,
  claim: Granted,
  slot: number,
  gate: Gate,
): Promise<Result> {
  const { clock, contact } = services;
  const { addressId, id: messageId } = recipient;
  const complete = (outcome: Outcome) =>
    contact(addressId).complete({ messageId, outcome, now: clock.now() });
  await waitUntil(clock, slot);
  const until = Math.min(claim.expiresAt, slot + lateMsMax(claim.line));
  const departure = doorwayOf(claim.line).take(load.segments, clock.now(), until);
  await waitUntil(clock, departure?.at ?? 0);
  await waitUntil(clock, departure?.fitsAt(clock.now()) ?? 0);
  const sent = await gate.pass(async () => {
    const now = clock.now();
    if (departure === null || now > until) return null;
    departure.begins(now);
    const answer = await postMessage(services, addressId, claim);
    departure.isAnswered(clock.now());
    return { at: now, answer };
  });
  const at = clock.now();
  if (sent === null) {
    await complete({ kind: "released", dueAt: at });
    return later(at, "late");
  }
  const { answer } = sent;
  switch (answer.kind) {
    case "accepted":
      await complete({ kind: "accepted", sid: answer.sid, at });
      return { kind: "accepted" };
    case "refused": {
      reportRefusal(services, messageId, answer);
      await complete(
        isForNow(answer)
          ? { kind: "released", dueAt: at + REFUSED_AGAIN_MS }
          : { kind: "failed", code: answer.code, at },
      );
      await reportFailure(services, homeId, failureOf(claim, answer));
      return isForNow(answer)
        ? { ...later(at + REFUSED_AGAIN_MS, "carrier-busy"), stopsPage: true }
        : { kind: "settled" };
    }
    case "unknown": {
      const { message, line, to } = claim;
      const sought = { messageId, addressId, channel: line.channel, to, text: message.text, since: sent.at };
      await settleDoubt(services, sought);
      return { kind: "accepted" };
    }
    default:
      return answer satisfies never;
  }
}

function lateMsMax({ segmentsPerSecond }: Line): number {
  return segmentsPerSecond >= FAST_PER_SECOND ? HELD_UP_MS_MAX : LATE_MS_MAX;
}

function later(at: number, reason: WaitReason): Extract<Result, { kind: "later" }> {
  return { kind: "later", at, reason, stopsPage: false };
}

function failureOf({ message: { id: messageId, lineId, campaign } }: Granted, { code, status }: Refusal) {
  return { lineId, campaignId: campaign?.id ?? null, messageId, code, status };
}
