// May this message go now? Asked in the last moment before the carrier is called, and granted once.
import type { Consent, Memory, Outgoing, Self } from "#core/contact/memory";
import { zonesFor } from "#core/contact/person";
import { isOptedOut, silencedAt } from "#core/contact/refusal";
import type { Channel } from "#core/conversation/run";
import { closing, isOpen, nextOpening } from "#core/hours";
import type { Line } from "#core/line";

/** A claim is good for so long: a STOP that comes later than this is never crossed by it. */
export const CLAIM_LIFE_MS = 2_000;
/** Two messages handed over closer together than this may arrive in the wrong order. */
export const APART_MS = 5_000;
/** Twilio holds a message at most this long (`ValidityPeriod`, seconds). */
export const VALIDITY_SECONDS_MAX = 36_000;

/** A closing further away than this bounds nothing, and looking for that of a line that never closes takes as long as a claim may. */
export const CLOSING_SOUGHT_MS = 2 * 86_400_000;

/** A message that waits to be handed over by REST, and how far it has come. */
export interface Waiting {
  readonly message: Outgoing;
  readonly stage: "due" | "offered" | "claimed" | "done";
  /** Not before this instant. */
  readonly dueAt: number;
  readonly claimedAt: number | null;
  /** When the carrier first refused it for now, since it last came due by itself. */
  readonly refusedAt: number | null;
}

export type Claim =
  | {
      readonly kind: "granted";
      readonly message: Outgoing;
      readonly to: string;
      readonly line: Line;
      readonly expiresAt: number;
      readonly validitySeconds: number | null;
      /** Since when the carrier refuses it for now, again and again; null = it never did. Epoch milliseconds. */
      readonly refusedAt: number | null;
    }
  | {
      readonly kind: "later";
      readonly at: number;
      readonly why: "hours" | "apart" | "in-conversation" | "put-off";
    }
  | {
      readonly kind: "refused";
      readonly why:
        | "opted-out"
        | "never-open"
        | "passed"
        | "unreachable"
        | "suppressed"
        | "no-consent"
        | "expired"
        | "in-conversation"
        | "frequency-cap"
        /** The flow that was to begin says nothing at first. */
        | "silent";
      readonly lineId: string;
    }
  /** Claimed before and never reported on: only a look-up may tell. */
  | {
      readonly kind: "in-doubt";
      readonly message: Outgoing;
      readonly to: string;
      readonly channel: string;
      readonly claimedAt: number;
    }
  | { readonly kind: "gone" };

/** Decides one claim. `handedOverAt` is when anything was last handed over to this person. */
export function decideClaim(
  memory: Memory,
  waiting: Waiting | null,
  handedOverAt: number | null,
  now: number,
): Claim {
  if (waiting === null || waiting.stage === "done") return { kind: "gone" };
  const { message } = waiting;
  const { address } = memory.self;
  const line = memory.lines[message.lineId];
  if (line === undefined || !("value" in address))
    return { kind: "refused", why: "unreachable", lineId: message.lineId };
  const to = address.value;
  if (waiting.stage === "claimed")
    return { kind: "in-doubt", message, to, channel: line.channel, claimedAt: waiting.claimedAt ?? now };
  if (isUnwanted(memory.self, message, line.channel))
    return { kind: "refused", why: "opted-out", lineId: message.lineId };
  if (hasPassed(memory, message)) return { kind: "refused", why: "passed", lineId: message.lineId };

  // Its campaign did not come back for it: nobody else may send it.
  if (message.campaign !== undefined) return { kind: "refused", why: "passed", lineId: message.lineId };

  const zones = zonesFor(memory, line);
  if (message.bound && !isOpen(line.hours, zones, now)) {
    const at = nextOpening(line.hours, zones, now);
    return at === null
      ? { kind: "refused", why: "never-open", lineId: message.lineId }
      : { kind: "later", at, why: "hours" };
  }
  if (waiting.dueAt > now) return { kind: "later", at: waiting.dueAt, why: "put-off" };
  if (handedOverAt !== null && now < handedOverAt + APART_MS && now >= handedOverAt) {
    return { kind: "later", at: handedOverAt + APART_MS, why: "apart" };
  }
  const closesAt = message.bound ? closing(line.hours, zones, now, now + CLOSING_SOUGHT_MS) : null;
  return grant(message, to, line, closesAt, now, waiting.refusedAt);
}

/** A claim that is granted; `closesAt` is when the carrier must have let go of it (null = whenever). */
export function grant(
  message: Outgoing,
  to: string,
  line: Line,
  closesAt: number | null,
  now: number,
  refusedAt: number | null = null,
): Claim {
  const validitySeconds =
    closesAt === null
      ? null
      : Math.min(VALIDITY_SECONDS_MAX, Math.max(1, Math.floor((closesAt - now) / 1000)));
  const expiresAt = now + CLAIM_LIFE_MS;
  return { kind: "granted", message, to, line, expiresAt, validitySeconds, refusedAt };
}

/** After a STOP here nothing goes; after one elsewhere only what answers a message that came later. */
export function isUnwanted(self: Self, message: Outgoing, channel: Channel): boolean {
  const decisions = [self.consent, self.channels[channel]];
  if (decisions.some((decision) => decision !== undefined && confirmsOptOut(message, decision))) return false;
  if (isOptedOut(self, channel)) return true;
  const since = silencedAt(self, channel);
  return since !== null && (message.bound || message.at <= since);
}

/** The one thing that may follow a STOP: its own confirmation, made in the same turn. */
function confirmsOptOut({ kind, at }: Outgoing, { optedOut }: Consent): boolean {
  // Decisions of one millisecond are dated one after the other; a second is far more than they ever climb.
  return kind === "opt-out" && optedOut !== null && Math.abs(optedOut.at - at) < 1_000;
}

/** A reminder of a question that was answered meanwhile is not sent. */
function hasPassed(memory: Memory, { kind, runId, lineId, turn }: Outgoing): boolean {
  if (kind !== "reminder") return false;
  const conversation = memory.conversations[lineId];
  return conversation?.runId !== runId || conversation.state?.turn !== turn;
}
