// What every call on a Sender shares: the state of its line and campaigns, one commit for all that changed, and the queues it tells.
import type { PumpJob } from "#core/campaign/jobs";
import { needsAt } from "#core/campaign/progress";
import type { Progress } from "#core/campaign/progress";
import type { Pinned } from "#core/campaign/sending";
import { lineHeldUntil, NEW_LINE } from "#core/campaign/slots";
import type { LineState } from "#core/campaign/slots";
import { isOver } from "#core/campaign/states";
import { mintId } from "#core/id";
import type { AlarmRecord, CampaignRecord, JournalRecord, TimerRecord } from "#core/record";
import { Alarm } from "../alarm.ts";
import { ObjectClock } from "../clock.ts";
import { Journal, JOURNAL } from "../journal.ts";
import { Store } from "../store.ts";
import { ring, Telling } from "../telling.ts";

/** What a Sender needs of the world: the two queues it tells. */
export interface SenderEnv {
  readonly RECORDS: Queue<JournalRecord>;
  readonly PUMP: Queue<PumpJob>;
  readonly DEMO?: string;
}

/** A queue that did not take its message is asked again after this. */
const OFFER_AGAIN_MS = 30_000;
/** What is due and waits for room, or for the carrier, is looked at again after this; who makes room looks at once. */
const LOOK_AGAIN_MS = 1_000;
/** D1 hears when this object wants to be woken; a difference below this is not worth a row. */
const WORTH_NOTING_MS = 60_000;
/** What is over is let go of after so long: no receipt comes later. */
const KEPT_MS = 30 * 24 * 3_600_000;
/** Jobs offered together reach one consumer, which has six connections (Cloudflare): the others come a second later each. */
const JOBS_TOGETHER = 3;

export class Keeper {
  line: LineState;
  readonly campaigns: Map<string, Progress>;
  readonly store: Store;
  readonly alarm: Alarm;
  readonly journal: Journal;
  readonly #ctx: DurableObjectState;
  readonly #clock: ObjectClock;
  readonly #telling: Telling;
  /** Jobs on their way to the queue: one that gets lost is given out again when its page is missed. */
  #jobs: PumpJob[] = [];

  constructor(ctx: DurableObjectState, env: SenderEnv) {
    this.#ctx = ctx;
    this.store = new Store(ctx.storage, [JOURNAL]);
    this.journal = new Journal(this.store);
    this.alarm = new Alarm(ctx.storage);
    this.#clock = new ObjectClock(env.DEMO === "1", Number(this.store.get("ahead") ?? 0));
    this.#telling = new Telling({
      object: "sender",
      id: () => this.id,
      records: env.RECORDS,
      journal: this.journal,
      others: () => this.#tellPump(env.PUMP),
    });
    this.line = { ...NEW_LINE, ...(JSON.parse(this.store.get("line") ?? "{}") as Partial<LineState>) };
    const rows = this.store.read<{ body: string }>("SELECT body FROM kept WHERE key LIKE 'campaign:%'");
    const campaigns = rows.map(({ body }) => JSON.parse(body) as Progress);
    this.campaigns = new Map(campaigns.map((progress) => [progress.campaignId, progress]));
    void ctx.blockConcurrencyWhile(() => this.alarm.recall());
  }

  /** The line's id: this object's name. */
  get id(): string {
    return this.#ctx.id.name ?? this.#ctx.id.toString();
  }

  /** Takes over the caller's clock. */
  meet(now: number): void {
    const aheadMs = this.#clock.learn(now);
    if (aheadMs !== null) this.store.put("ahead", aheadMs);
  }

  pin(pinned: Pinned): void {
    this.store.put(`pinned:${pinned.campaignId}`, pinned);
  }

  pinned(campaignId: string): Pinned | null {
    const body = this.store.get(`pinned:${campaignId}`);
    return body === null ? null : (JSON.parse(body) as Pinned);
  }

  /** Keeps what changed, with the records of it and the jobs that follow: all together, then tells the queues. */
  keep(change: {
    readonly line?: LineState;
    readonly campaigns?: readonly Progress[];
    readonly records?: readonly (CampaignRecord | AlarmRecord)[];
    readonly jobs?: readonly PumpJob[];
    readonly now: number;
  }): void {
    const { campaigns = [], records = [], jobs = [], now } = change;
    for (const progress of campaigns) this.campaigns.set(progress.campaignId, progress);
    const timer = this.#timer(change.line ?? this.line, now);
    const line =
      timer === null ? (change.line ?? this.line) : { ...(change.line ?? this.line), timerAt: timer.dueAt };
    this.store.together(() => {
      if (line !== this.line) this.store.put("line", line);
      for (const progress of campaigns) this.store.put(`campaign:${progress.campaignId}`, progress);
      for (const record of timer === null ? records : [...records, timer]) this.#write(record, now);
    });
    this.line = line;
    this.#jobs.push(...jobs);
    this.#arm(now);
    if (jobs.length > 0 || this.journal.hasPending()) this.#ctx.waitUntil(this.#telling.tell(now));
  }

  /** Lets go of campaigns that were over long ago. */
  forgetOld(now: number): void {
    this.journal.forgetOld(now);
    for (const { campaignId, state, changedAt } of this.campaigns.values()) {
      if (!isOver(state) || changedAt > now - KEPT_MS) continue;
      this.campaigns.delete(campaignId);
      this.store.drop(`campaign:${campaignId}`);
      this.store.drop(`pinned:${campaignId}`);
    }
  }

  async tell(now: number): Promise<void> {
    await this.#telling.tell(now);
    this.#arm(now);
  }

  /** Runs what the alarm is for. */
  ring(work: (now: number) => Promise<void>): Promise<void> {
    this.alarm.rang();
    const now = this.#clock.now();
    return ring(
      { object: "sender", id: () => this.id },
      () => work(now),
      () => this.alarm.wakeBy(this.#clock.toReal(now + OFFER_AGAIN_MS)),
    );
  }

  /** When this object has something to do next; null for not before somebody calls. Epoch milliseconds. */
  #needsAt(line: LineState, now: number): number | null {
    const times = [...this.campaigns.values()].flatMap((progress) => needsAt(progress, now) ?? []);
    const held = lineHeldUntil(line);
    const isWaiting = [...this.campaigns.values()].some(({ state }) => state === "sending");
    if (isWaiting && held > now) times.push(held);
    return times.length === 0 ? null : Math.min(...times);
  }

  #timer(line: LineState, now: number): TimerRecord | null {
    const dueAt = this.#needsAt(line, now);
    const { timerAt } = line;
    if (dueAt === timerAt) return null;
    if (dueAt !== null && timerAt !== null) {
      // While it is busy it stays due, and every sweep looks after it.
      const isLater = dueAt > Math.max(timerAt, now) + WORTH_NOTING_MS;
      const isSooner = dueAt < timerAt - WORTH_NOTING_MS;
      if (!isLater && !isSooner) return null;
    }
    return { kind: "timer", object: "sender", id: this.id, dueAt, at: now };
  }

  #write(record: CampaignRecord | AlarmRecord | TimerRecord, at: number): void {
    const key = mintId(at, crypto.getRandomValues(new Uint8Array(16)));
    this.journal.add({ key, at, token: null, answer: null, record });
  }

  async #tellPump(queue: Queue<PumpJob>): Promise<void> {
    const jobs = this.#jobs;
    if (jobs.length === 0) return;
    this.#jobs = [];
    await queue.sendBatch(
      jobs.map((body, index) => ({ body, delaySeconds: Math.floor(index / JOBS_TOGETHER) })),
    );
  }

  #arm(now: number): void {
    const times = [this.#needsAt(this.line, now), this.journal.forgetsAt()];
    if (this.journal.hasPending()) times.push(now + OFFER_AGAIN_MS);
    // What is due was given out as far as there is room: ringing for it at once would ring without end.
    const later = Math.max(now + LOOK_AGAIN_MS, lineHeldUntil(this.line));
    const known = times.flatMap((time) => (time === null ? [] : [time > now ? time : later]));
    if (known.length > 0) this.alarm.wakeBy(this.#clock.toReal(Math.min(...known)));
  }
}
