// What came of ringing somebody, and what the call does then.
import type { RingResult, TraceEntry } from "#core/helpline/call";
import { noteReached } from "#core/helpline/desk";
import { blameFailing, isReached } from "#core/helpline/failing";
import { endCall, withOutcome } from "#core/helpline/ending";
import type { CallEvent } from "#core/helpline/event";
import { hunt, takeMessage } from "#core/helpline/hunt";
import { play, withCall } from "#core/helpline/state";
import type { Position, Ringing, Stage } from "#core/helpline/state";

type Dialled = Extract<CallEvent, { kind: "dialled" }>;

/** A dial is over: the call too when they talked or the caller is gone; else the next one is rung. */
export function afterDial(position: Position, dialled: Dialled, now: number): Position {
  const { stage } = position.call;
  switch (stage.kind) {
    case "ringing": {
      const release = { release: [stage.addressId] };
      const settled = withOutcome(settleRing(position, stage, dialled, now));
      if (settled.call.endedAt !== null) return play(settled, OVER, HANG_UP, release);
      if (dialled.isBridged) return play(endCall(settled, "volunteer", now), OVER, HANG_UP, release);
      if (dialled.isCallerGone) return play(endCall(settled, "caller", now), OVER, HANG_UP, release);
      return releasing(hunt(settled, [], now), stage.addressId);
    }
    case "forwarding": {
      const settled = withOutcome(settleForward(position, stage, dialled, now));
      if (settled.call.endedAt !== null) return play(settled, OVER, HANG_UP);
      if (dialled.isBridged) return play(endCall(settled, "us", now), OVER, HANG_UP);
      if (dialled.isCallerGone) return play(endCall(settled, "caller", now), OVER, HANG_UP);
      return takeMessage(settled, [], now, { isUnanswered: true });
    }
    case "menu":
    case "voicemail":
    case "over":
      return position;
    default:
      return stage satisfies never;
  }
}

const OVER: Stage = { kind: "over" };
const HANG_UP = [{ kind: "hang-up" }] as const;

/** What is known of a ring when its dial is over. */
function settleRing(position: Position, stage: Ringing, dialled: Dialled, now: number): Position {
  const result = resultOf(stage, dialled);
  const until = position.call.endedAt ?? now;
  const settled = amend(position, stage, result, {
    talkedSeconds: dialled.isBridged
      ? (secondsBetween(stage.acceptedAt, until) ?? dialled.seconds ?? 0)
      : null,
    now: until,
  });
  const talked = withCall(settled, {
    answeredBy: dialled.isBridged ? stage.volunteerId : null,
    answeredAt: dialled.isBridged ? (stage.acceptedAt ?? now) : null,
  });
  const reached = isReached(result) ? noteReached(talked, stage.addressId) : talked;
  return blameFailing(position, reached, now);
}

/** The call is over before its dial told us anything. `lost`: we do not even know since when. */
export function settleGone(position: Position, by: "caller" | "lost", now: number): Position {
  const { stage } = position.call;
  if (stage.kind === "ringing") {
    const { acceptedAt } = stage;
    const talkedSeconds = by === "lost" ? null : secondsBetween(acceptedAt, now);
    const untalked = by === "lost" ? "unknown" : "caller-hung-up";
    return amend(position, stage, acceptedAt === null ? untalked : "talked", { talkedSeconds, now });
  }
  if (stage.kind !== "forwarding") return position;
  return amend(position, { ...stage, pickedUpAt: null }, "unknown", { talkedSeconds: null, now });
}

function settleForward(
  position: Position,
  stage: Extract<Stage, { kind: "forwarding" }>,
  dialled: Dialled,
  now: number,
): Position {
  const { isBridged, seconds } = dialled;
  const talkedMs = isBridged ? (seconds ?? 0) * 1_000 : 0;
  const ring = { ...stage, pickedUpAt: null, acceptedAt: null, digits: null };
  const settled = amend(position, ring, resultOf(ring, dialled), {
    talkedSeconds: isBridged ? seconds : null,
    now: (position.call.endedAt ?? now) - talkedMs,
  });
  return blameFailing(position, settled, now);
}

function resultOf(
  { acceptedAt, digits }: Pick<Ringing, "acceptedAt" | "digits">,
  { isBridged, status, isCallerGone }: Dialled,
): RingResult {
  if (isBridged) return "talked";
  if (acceptedAt !== null) return "accepted";
  switch (status) {
    case "completed":
    case "answered":
      return digits === null || digits === "" ? "unaccepted" : "declined";
    case "busy":
      return "engaged";
    case "failed":
      return "bad-number";
    case "canceled":
      return "caller-hung-up";
    case "no-answer":
      return isCallerGone ? "caller-hung-up" : "no-answer";
    default:
      return "unknown";
  }
}

function amend(
  position: Position,
  { entry, since, pickedUpAt }: Pick<Ringing, "entry" | "since" | "pickedUpAt">,
  result: RingResult,
  { talkedSeconds, now }: { readonly talkedSeconds: number | null; readonly now: number },
): Position {
  // No telephone rings longer; what is left was spent on the greeting.
  const { ringSeconds } = position.pinned.config;
  const seconds = Math.min(ringSeconds, secondsBetween(since, pickedUpAt ?? now) ?? 0);
  const change = (line: TraceEntry, place: number): TraceEntry =>
    place === entry && (line.kind === "rang" || line.kind === "forwarded")
      ? { ...line, at: since, seconds, result, talkedSeconds }
      : line;
  return withCall(position, { trace: position.call.trace.map(change) });
}

function secondsBetween(from: number | null, until: number): number | null {
  return from === null ? null : Math.max(0, Math.round((until - from) / 1_000));
}

/** Whoever was rung before is free for others from here on. */
function releasing(position: Position, addressId: string): Position {
  const { scripts } = position.call;
  return withCall(position, {
    scripts: scripts.map((script, place) =>
      place === scripts.length - 1 ? { ...script, release: [...script.release, addressId] } : script,
    ),
  });
}
