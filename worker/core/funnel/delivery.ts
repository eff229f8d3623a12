// What became of the message that began somebody's stage, from what the record has of it by now.
import { failureOf, rankOf } from "#core/status";
import type { Status } from "#core/status";

/** Two failures that may be tried again are some time apart: until then it may only look like the end. */
const TRIED_AGAIN_WITHIN_MS = 3_600_000;
/** When to look again whether a message that waits has left. */
export const LOOK_AGAIN_MS = 3_600_000;

export type Delivery =
  /** Planned, or on its way to being planned. */
  | { readonly kind: "pending" }
  /** Handed over at that instant, or so it may be. */
  | { readonly kind: "handed-over"; readonly at: number }
  | { readonly kind: "failed"; readonly code: number | null }
  /** Not sent at all, for this reason. */
  | { readonly kind: "left-out"; readonly reason: string; readonly isForGood: boolean };

export interface Recipient {
  readonly status: Status;
  readonly errorCode: number | null;
  readonly reason: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Planned {
  /** The newest attempt; null where no message was planned. */
  readonly recipient: Recipient | null;
  /** Why the campaign left them out when it was planned. */
  readonly exclusion: string | null;
  /** The campaign ended, so that nothing more will be planned. */
  readonly isOver: boolean;
}

/** Reasons that no other day mends, of a campaign's plan and of its claims; any other is tried again (see HOLDS_MAX). */
const FOR_GOOD: ReadonlySet<string> = new Set([
  "broken",
  "duplicate",
  "erased",
  "no-address-for-channel",
  "unreachable",
  "opted-out",
  "suppressed",
  "no-consent",
  "country-not-allowed",
  "not-verified",
]);

export function deliveryOf({ recipient, exclusion, isOver }: Planned, now: number): Delivery {
  if (recipient === null) {
    if (exclusion !== null) return leftOut(exclusion);
    return isOver ? leftOut("campaign-ended") : { kind: "pending" };
  }
  const { status, errorCode: code, reason, at } = recipient;
  if (status === "canceled" || status === "refused") return leftOut(reason ?? status);
  if (status === "failed" || status === "undelivered") {
    const isEnd = isLast(code) || now >= at + TRIED_AGAIN_WITHIN_MS;
    return isEnd ? { kind: "failed", code } : { kind: "pending" };
  }
  if (rankOf(status) > rankOf("pending")) return { kind: "handed-over", at };
  return isOver ? leftOut(reason ?? "campaign-ended") : { kind: "pending" };
}

function isLast(code: number | null): boolean {
  const failure = failureOf(code);
  return failure === "permanent" || failure === "opted-out" || failure === "filtered";
}

function leftOut(reason: string): Delivery {
  return { kind: "left-out", reason, isForGood: FOR_GOOD.has(reason) };
}
