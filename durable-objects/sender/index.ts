// One sending line: the only authority on its pace, and on whether its campaigns run.
// Decisions are the core's (`#core/campaign`, `#core/pace`); the keeper remembers and tells the queues; this file is the surface.
import { DurableObject } from "cloudflare:workers";
import { doubt, withoutDoubts } from "#core/campaign/doubts";
import type { PageJob } from "#core/campaign/jobs";
import { afterCheck, findPage, isSending, newProgress, NO_CHECK, takeBack } from "#core/campaign/progress";
import type {
  CheckedCall,
  FailedCall,
  FrozenCall,
  LearnCall,
  LookedAfterCall,
  MoveAnswer,
  MoveCall,
  OpenCall,
  Pinned,
  PutOffAnswer,
  PutOffCall,
  ReplyAnswer,
  ReplyCall,
  ReportAnswer,
  ReportCall,
  ReserveAnswer,
  ReserveCall,
  SenderSnapshot,
  SpendCall,
} from "#core/campaign/sending";
import { NO_BACK_OFF } from "#core/campaign/back-off";
import { recordAccepted } from "#core/campaign/breaker";
import { charged, giveBack, rateOf, reserve, takeTurn, withPacing } from "#core/campaign/slots";
import { BY_ITSELF, moved, steer, toRecord } from "#core/campaign/steer";
import { spend } from "#core/pace";
import { Keeper } from "./keeper.ts";
import type { SenderEnv } from "./keeper.ts";
import { fill, fillFor, wake } from "./pages.ts";
import { toSnapshot } from "./snapshot.ts";
import { spendAlarm, suffer } from "./trouble.ts";

export class Sender extends DurableObject<SenderEnv> {
  readonly #keeper: Keeper;

  constructor(ctx: DurableObjectState, env: SenderEnv) {
    super(ctx, env);
    this.#keeper = new Keeper(ctx, env);
  }

  /** Takes a launched campaign on; the same one again changes nothing. */
  open({ pinned, actor, now }: OpenCall): void {
    this.#keeper.meet(now);
    if (this.#keeper.campaigns.has(pinned.campaignId)) return;
    const progress = newProgress(pinned, now);
    this.#keeper.pin(pinned);
    const line = withPacing(this.#keeper.line, pinned.line, now);
    this.#keeper.keep({ line, campaigns: [progress], records: [toRecord(progress, actor)], now });
  }

  /** The audience is complete: its pages may go. */
  frozen({ campaignId, planned, now }: FrozenCall): void {
    this.#keeper.meet(now);
    const progress = this.#keeper.campaigns.get(campaignId);
    if (progress === undefined || progress.planned !== null) return;
    this.#keeper.keep({ campaigns: [{ ...progress, planned }], now });
    wake(this.#keeper, now);
  }

  /** Pauses, resumes, cancels. No POST of a campaign begins later than three seconds after it was stopped. */
  move(call: MoveCall): MoveAnswer {
    const { campaignId, actor, now } = call;
    this.#keeper.meet(now);
    const progress = this.#keeper.campaigns.get(campaignId);
    if (progress === undefined) return { kind: "refused", state: "draft" };
    const after = steer(progress, call);
    if (after === null) return { kind: "refused", state: progress.state };
    this.#keeper.keep({ campaigns: [after], records: [toRecord(after, actor)], now });
    wake(this.#keeper, now);
    return { kind: "moved", state: after.state };
  }

  /** What a launched campaign holds fast; null for one that is not of this line. */
  pinned(campaignId: string): Pinned | null {
    return this.#keeper.pinned(campaignId);
  }

  /** Slots for a page's messages. */
  reserve(call: ReserveCall): ReserveAnswer {
    const { page, now } = call;
    this.#keeper.meet(now);
    const before = this.#keeper.campaigns.get(page.campaignId);
    if (before === undefined) return { kind: "stopped" };
    const { line, progress, answer, isSpent } = reserve(this.#keeper.line, before, call);
    const records = isSpent ? [spendAlarm(this.#keeper.id, now)] : [];
    this.#keeper.keep({ line, campaigns: progress === before ? [] : [progress], records, now });
    return answer;
  }

  /** The slot of a message that no page of this line sends: before everything else. */
  reserveReply(call: ReplyCall): ReplyAnswer {
    const { now } = call;
    this.#keeper.meet(now);
    const { line, answer, isSpent } = takeTurn(this.#keeper.line, call);
    const records = isSpent ? [spendAlarm(this.#keeper.id, now)] : [];
    if (isSpent || answer.kind === "slot") this.#keeper.keep({ line, records, now });
    return answer;
  }

  /** What left without asking, in the answers to webhooks. */
  spend({ pacing, segments, costMicros, now }: SpendCall): void {
    this.#keeper.meet(now);
    const line = withPacing(this.#keeper.line, pacing, now);
    const pace = spend(line.pace, segments, rateOf(line), now);
    this.#keeper.keep({ line: charged({ ...line, pace }, costMicros), now });
  }

  /** The line was changed: what it holds up for a cap that was raised goes on at once. */
  learnLine({ pacing, now }: LearnCall): void {
    this.#keeper.meet(now);
    // One that has paced nothing yet learns it with the first that asks.
    if (this.#keeper.line.pacing === null) return;
    this.#keeper.keep({ line: withPacing(this.#keeper.line, pacing, now), now });
    wake(this.#keeper, now);
  }

  /** What a page came to; who goes on gets the next one. */
  report({ page, unused, accepted, doubted, goesOn, now, ...read }: ReportCall): ReportAnswer {
    this.#keeper.meet(now);
    const before = this.#keeper.campaigns.get(page.campaignId);
    if (before === undefined) return { next: null };
    // Who comes second with a page gives nothing back: the first has.
    const givenBack = findPage(before, page) === null ? [] : unused;
    const given = giveBack(
      this.#keeper.line,
      doubt(takeBack(before, page, read, now), doubted, now),
      givenBack,
    );
    const progress = { ...given.progress, tape: recordAccepted(given.progress.tape, accepted) };
    // The carrier takes messages again.
    const line =
      accepted > 0 && given.line.backOff.until <= now ? { ...given.line, backOff: NO_BACK_OFF } : given.line;
    this.#keeper.keep({ line, campaigns: [progress], now });
    const next: PageJob | null = goesOn ? fillFor(this.#keeper, now) : null;
    fill(this.#keeper, now);
    return { next };
  }

  /** Another attempt waits to be sent. */
  putOff({ campaignId, dueAt, now }: PutOffCall): PutOffAnswer {
    this.#keeper.meet(now);
    const progress = this.#keeper.campaigns.get(campaignId);
    const isOpen = progress !== undefined && (progress.state === "paused" || isSending(progress));
    if (!isOpen || (progress.expiresAt !== null && dueAt >= progress.expiresAt)) return "over";
    const nextDueAt = Math.min(dueAt, progress.nextDueAt ?? dueAt);
    this.#keeper.keep({ campaigns: [{ ...progress, nextDueAt, check: NO_CHECK }], now });
    wake(this.#keeper, now);
    return "taken";
  }

  /** The carrier refused something: back-off, alarm, circuit breaker. */
  failed(call: FailedCall): void {
    this.#keeper.meet(call.now);
    suffer(this.#keeper, call);
  }

  /** What D1 says of who is left; with nobody left the campaign is done. */
  checked({ campaignId, left, nextDueAt, now }: CheckedCall): void {
    this.#keeper.meet(now);
    const before = this.#keeper.campaigns.get(campaignId);
    if (before === undefined || before.state !== "sending") return;
    const after = afterCheck(before, left, nextDueAt, now);
    const progress = after ?? moved(before, { to: "done", actor: BY_ITSELF, reason: null }, now);
    const records = after === null ? [toRecord(progress, BY_ITSELF)] : [];
    this.#keeper.keep({ campaigns: [progress], records, now });
    wake(this.#keeper, now);
  }

  /** Recipients in doubt were looked after. */
  lookedAfter({ campaignId, messageIds, now }: LookedAfterCall): void {
    this.#keeper.meet(now);
    const before = this.#keeper.campaigns.get(campaignId);
    if (before !== undefined) this.#keeper.keep({ campaigns: [withoutDoubts(before, messageIds)], now });
  }

  /** Everybody a campaign did not reach has been told off. */
  withdrawn({ campaignId, now }: { campaignId: string; now: number }): void {
    this.#keeper.meet(now);
    const progress = this.#keeper.campaigns.get(campaignId);
    if (progress === undefined || progress.withdrawnAt === null) return;
    this.#keeper.keep({ campaigns: [{ ...progress, isWithdrawn: true }], now });
  }

  /** What the object knows at this moment, for the staff. */
  snapshot({ now }: { now: number }): SenderSnapshot {
    const { id, line, campaigns } = this.#keeper;
    return toSnapshot(id, line, campaigns.values(), now);
  }

  /** Rows written since this object woke, alarms included. */
  rowsWritten(): number {
    return this.#keeper.store.rowsWritten + this.#keeper.alarm.rowsWritten;
  }

  /** Does all that is due: called by the alarm, by the demo's jump in time and by the sweep for lost alarms. */
  async tick({ now }: { now: number }): Promise<void> {
    this.#keeper.meet(now);
    wake(this.#keeper, now);
    this.#keeper.forgetOld(now);
    await this.#keeper.tell(now);
  }

  override async alarm(): Promise<void> {
    await this.#keeper.ring((now) => this.tick({ now }));
  }
}
