// How a campaign moves: by the staff, by the clock, by what the carrier says, and by having reached everybody.
import type { CampaignState } from "#core/campaign/campaign";
import type { PumpJob } from "#core/campaign/jobs";
import { NO_CHECK } from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import type { MoveCall } from "#core/campaign/sending";
import { isOver, mayMove } from "#core/campaign/states";
import type { CampaignRecord } from "#core/record";

/** Who moves a campaign when no person does. */
export const BY_ITSELF = "partyline";

type Withdrawal = Extract<PumpJob, { kind: "withdraw" }>["reason"];

interface Move {
  readonly to: CampaignState;
  readonly actor: string;
  readonly reason: string | null;
  /** Why those it did not reach get nothing; null = it goes on, or reached everybody. */
  readonly withdrawal?: Withdrawal | null;
}

/** Where a campaign stands after a move. */
export function moved(progress: Progress, move: Move, now: number): Progress {
  const { to, reason, withdrawal = null } = move;
  return {
    ...progress,
    state: to,
    seq: progress.seq + 1,
    changedAt: now,
    reason,
    // What was counted before somebody looked into it says nothing about what follows.
    tape: to === "sending" ? [] : progress.tape,
    heldUntil: to === "sending" ? 0 : progress.heldUntil,
    check: NO_CHECK,
    withdrawal,
    withdrawnAt: null,
    isWithdrawn: false,
  };
}

export function toRecord(progress: Progress, actor: string): CampaignRecord {
  const { campaignId, state, seq, changedAt: at, reason } = progress;
  return { kind: "campaign", campaignId, state, seq, at, actor, reason };
}

/** What the staff asked for; null where there is no way there. */
export function steer(progress: Progress, { to, actor, reason, now }: MoveCall): Progress | null {
  const target = to === "sending" && isEarly(progress, now) ? "scheduled" : to;
  if (!mayMove(progress.state, target)) return null;
  return moved(progress, { to: target, actor, reason, withdrawal: WITHDRAWALS[to] }, now);
}

const WITHDRAWALS = {
  paused: null,
  sending: null,
  cancelled: "cancelled",
  failed: "failed",
  done: "enough-answers",
} as const satisfies Record<MoveCall["to"], Withdrawal | null>;

/** What the clock alone brings about; the same progress where nothing. */
export function onTime(progress: Progress, now: number): Progress {
  const { state, expiresAt } = progress;
  if (isOver(state)) return progress;
  if (expiresAt !== null && now >= expiresAt) {
    const reason = "It expired before everybody was reached.";
    return moved(progress, { to: "done", actor: BY_ITSELF, reason, withdrawal: "expired" }, now);
  }
  if (state !== "scheduled" || isEarly(progress, now)) return progress;
  return moved(progress, { to: "sending", actor: BY_ITSELF, reason: null }, now);
}

function isEarly({ startAt }: Progress, now: number): boolean {
  return startAt !== null && startAt > now;
}
