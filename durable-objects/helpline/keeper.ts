// What everything in a Helpline shares: one commit for all that a step changed, the queue it tells, and the one alarm.
import { NEW_DESK } from "#core/helpline/state";
import type { Desk } from "#core/helpline/state";
import { mintId } from "#core/id";
import type { JournalRecord } from "#core/record";
import { Alarm } from "../alarm.ts";
import { ObjectClock } from "../clock.ts";
import { Journal, JOURNAL } from "../journal.ts";
import { Store } from "../store.ts";
import { ring, Telling } from "../telling.ts";

/** What a Helpline needs of the world: the queue it tells. */
export interface HelplineEnv {
  readonly RECORDS: Queue<JournalRecord>;
  readonly DEMO?: string;
}

/** A queue that did not take its message is asked again after this. */
const OFFER_AGAIN_MS = 30_000;
/** D1 hears when this object wants to be woken; a difference below this is not worth a row. */
const WORTH_NOTING_MS = 60_000;

/** Append only. */
const STEPS = [
  JOURNAL,
  // `closes_at`: when it is over though nobody says so; null for one that is over.
  `CREATE TABLE calls (
     sid TEXT PRIMARY KEY, started_at INTEGER NOT NULL, closes_at INTEGER, pinned TEXT NOT NULL, body TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  "CREATE TABLE voicemails (sid TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID",
  // Until when its e-mail waits for a transcript; null for one that does not.
  "ALTER TABLE voicemails ADD COLUMN waits_until INTEGER",
  // What was decided of a text that is passed on, by its id.
  `CREATE TABLE relayed (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX relayed_by_time ON relayed (at)`,
  // Whose words are in it.
  "ALTER TABLE relayed ADD COLUMN caller_id TEXT",
];

export class Keeper {
  desk: Desk;
  readonly store: Store;
  readonly alarm: Alarm;
  /** When a part of the object has something to do next; null for not before somebody calls. Epoch milliseconds. */
  readonly dues: (() => number | null)[] = [];
  readonly #ctx: DurableObjectState;
  readonly #clock: ObjectClock;
  readonly #journal: Journal;
  readonly #telling: Telling;
  /** What D1 knows of `dues`. */
  #noted: number | null;

  constructor(ctx: DurableObjectState, env: HelplineEnv) {
    this.#ctx = ctx;
    this.store = new Store(ctx.storage, STEPS);
    this.#journal = new Journal(this.store);
    this.alarm = new Alarm(ctx.storage);
    this.#clock = new ObjectClock(env.DEMO === "1", Number(this.store.get("ahead") ?? 0));
    this.#telling = new Telling({
      object: "helpline",
      id: () => this.id,
      records: env.RECORDS,
      journal: this.#journal,
      others: () => Promise.resolve(),
    });
    this.desk = { ...NEW_DESK, ...(JSON.parse(this.store.get("desk") ?? "{}") as Partial<Desk>) };
    this.#noted = JSON.parse(this.store.get("noted") ?? "null") as number | null;
    void ctx.blockConcurrencyWhile(() => this.alarm.recall());
  }

  /** The helpline's id: this object's name. */
  get id(): string {
    return this.#ctx.id.name ?? this.#ctx.id.toString();
  }

  /** Takes over the caller's clock. */
  meet(now: number): void {
    const aheadMs = this.#clock.learn(now);
    if (aheadMs !== null) this.store.put("ahead", aheadMs);
  }

  /** What `write` changes, the desk and the records of it: all together, then the queue is told, off the path of the answer. */
  keep(change: {
    readonly write: () => void;
    readonly desk?: Desk;
    readonly records: readonly JournalRecord[];
    readonly now: number;
  }): void {
    const { write, desk = this.desk, records, now } = change;
    this.store.together(() => {
      write();
      if (desk !== this.desk) this.store.put("desk", desk);
      for (const record of records) this.#add(record, now);
      this.#noteDue(now);
    });
    this.desk = desk;
    this.#arm(now);
    this.#ctx.waitUntil(this.#telling.tell(now));
  }

  async tell(now: number): Promise<void> {
    await this.#telling.tell(now);
    this.#journal.forgetOld(now);
    this.#noteDue(now);
    this.#arm(now);
  }

  /** Runs what the alarm is for. */
  ring(work: (now: number) => Promise<void>): Promise<void> {
    this.alarm.rang();
    const now = this.#clock.now();
    return ring(
      { object: "helpline", id: () => this.id },
      () => work(now),
      () => this.alarm.wakeBy(this.#clock.toReal(now + OFFER_AGAIN_MS)),
    );
  }

  #add(record: JournalRecord, at: number): void {
    const key = mintId(at, crypto.getRandomValues(new Uint8Array(16)));
    this.#journal.add({ key, at, token: null, answer: null, record });
  }

  #dueAt(): number | null {
    const known = this.dues.flatMap((due) => due() ?? []);
    return known.length === 0 ? null : Math.min(...known);
  }

  /** Woken too early it only looks again: what was noted and is still to come is corrected when it is much too late. */
  #noteDue(now: number): void {
    const dueAt = this.#dueAt();
    const noted = this.#noted;
    const isKnown = noted !== null && noted > now && dueAt !== null && dueAt > noted - WORTH_NOTING_MS;
    if (isKnown || dueAt === noted) return;
    this.#noted = dueAt;
    this.store.put("noted", dueAt);
    this.#add({ kind: "timer", object: "helpline", id: this.id, dueAt, at: now }, now);
  }

  #arm(now: number): void {
    const times = [this.#dueAt(), this.#journal.forgetsAt()];
    if (this.#journal.hasPending()) times.push(now + OFFER_AGAIN_MS);
    const known = times.filter((time) => time !== null);
    if (known.length > 0) this.alarm.wakeBy(this.#clock.toReal(Math.min(...known)));
  }
}
