// What every call on a Contact shares: the memory, one commit for all a turn changed, and telling the queues until they have it.
import { isUnwanted } from "#core/contact/claim";
import type { Turn } from "#core/contact/turn";
import type { OutboundJob } from "#core/contact/jobs";
import { dueAt } from "#core/contact/keeping";
import type { Memory, Moment, Outgoing } from "#core/contact/memory";
import { wake } from "#core/contact/wake";
import { mintId } from "#core/id";
import type { Address } from "#core/phone";
import type { JournalRecord } from "#core/record";
import { Alarm } from "../alarm.ts";
import { ObjectClock } from "../clock.ts";
import { Journal } from "../journal.ts";
import { Store } from "../store.ts";
import { ring, Telling } from "../telling.ts";
import { dueEntry, outcomeEntry } from "./notes.ts";
import type { Noted } from "./notes.ts";
import { Outbox } from "./outbox.ts";
import { loadMemory, saveMemory, STEPS } from "./store.ts";

/** What a Contact needs of the world: the two queues it tells. */
export interface ContactEnv {
  readonly RECORDS: Queue<JournalRecord>;
  readonly OUTBOUND: Queue<OutboundJob>;
  readonly DEMO?: string;
}

interface Key {
  readonly key: string;
  readonly token?: string | null;
  readonly answer?: readonly Outgoing[];
}

/** A queue that did not take its message is asked again after this. */
const OFFER_AGAIN_MS = 30_000;

export class Keeper {
  memory: Memory;
  readonly store: Store;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly alarm: Alarm;
  readonly #clock: ObjectClock;
  /** What storage holds: the memory may be a call ahead of it. */
  #saved: Memory;
  readonly #ctx: DurableObjectState;
  readonly #env: ContactEnv;
  readonly #telling: Telling;

  constructor(ctx: DurableObjectState, env: ContactEnv) {
    this.#ctx = ctx;
    this.#env = env;
    this.store = new Store(ctx.storage, STEPS);
    this.journal = new Journal(this.store);
    this.outbox = new Outbox(this.store);
    this.#telling = new Telling({
      object: "contact",
      id: () => this.id,
      records: env.RECORDS,
      journal: this.journal,
      others: (now) => this.#tellOutbound(now),
    });
    this.alarm = new Alarm(ctx.storage);
    this.#clock = new ObjectClock(env.DEMO === "1", Number(this.store.get("ahead") ?? 0));
    this.#saved = loadMemory(this.store, this.id, { kind: "nobody" });
    this.memory = this.#withUnsent(this.#saved);
    void ctx.blockConcurrencyWhile(() => this.alarm.recall());
  }

  /** The address's id: this object's name. */
  get id(): string {
    return this.#ctx.id.name ?? this.#ctx.id.toString();
  }

  now(): number {
    return this.#clock.now();
  }

  /** Takes over the caller's clock and, the first time, the address. */
  meet(now: number, address?: Address): Moment {
    const aheadMs = this.#clock.learn(now);
    if (aheadMs !== null) this.store.put("ahead", aheadMs);
    if (address !== undefined && this.memory.self.address.kind === "nobody") {
      this.memory = { ...this.memory, self: { ...this.memory.self, address } };
    }
    return this.moment(now);
  }

  moment(now: number): Moment {
    // Ids of one turn sort in the order they were minted, and after the message that led to them: a millisecond each.
    let later = 0;
    const mint = () => {
      later += 1;
      return mintId(now + later, crypto.getRandomValues(new Uint8Array(16)));
    };
    return { now, draw: Math.random(), mint };
  }

  /** Commits a turn whole - memory, journal, outbox, alarm - and then tells the queues, off the path of the answer. */
  commit(turn: Turn, { key, token = null, answer = [] }: Key = { key: turn.record.id }): void {
    const { at, addressId } = turn.record;
    this.change(turn.memory, at, () => {
      this.journal.add({ key, at, token, answer, record: turn.record });
      this.#dropPassed(turn);
      for (const message of turn.outgoing) {
        if (message.via === "rest") this.outbox.add(message.id, { kind: "message", message }, at);
      }
      for (const { flow, lineId } of turn.enrolments) {
        const id = mintId(at, crypto.getRandomValues(new Uint8Array(16)));
        this.outbox.add(id, { kind: "enrol", job: { kind: "enrol", addressId, id, lineId, flow } }, at);
      }
    });
  }

  /** Writes down what a hand-over came to. */
  note(message: Outgoing, noted: Noted): void {
    this.journal.add(outcomeEntry(this.memory, message, noted));
  }

  /** Writes down when this object wants to be woken, for the sweep that makes up for lost alarms. */
  noteDue(now: number, at: number): void {
    this.journal.add(dueEntry(this.memory, this.moment(now), at));
  }

  /** One transaction: the new memory, whatever `work` writes, and the alarm that makes sure of the rest. */
  change(after: Memory, now: number, work: () => void): void {
    this.store.together(() => {
      saveMemory(this.store, this.#saved, after);
      work();
    });
    this.#saved = after;
    this.memory = this.#withUnsent(after);
    this.#arm(now);
    this.#ctx.waitUntil(this.offer(now));
  }

  /** Everything about the person goes, except what `after` still holds. */
  forget(after: Memory, now: number): void {
    this.change(after, now, () => {
      for (const table of ["journal", "outbox"]) this.store.write(`DELETE FROM ${table}`);
      this.store.drop("chat");
      const record = { kind: "erase", addressId: this.id, at: now } as const;
      this.journal.add({ key: `erase:${now}`, at: now, token: null, answer: null, record });
    });
  }

  /** Plays what has come due. */
  async tick(now: number, show: (turn: Turn) => void): Promise<void> {
    for (const turn of wake(this.memory, this.meet(now))) {
      this.commit(turn);
      show(turn);
    }
    this.journal.forgetOld(now);
    await this.offer(now);
    this.#arm(now);
  }

  /** Runs what the alarm is for. */
  ring(work: (now: number) => Promise<void>): Promise<void> {
    this.alarm.rang();
    const now = this.now();
    return ring(
      { object: "contact", id: () => this.id },
      () => work(now),
      () => this.alarm.wakeBy(this.#clock.toReal(now + OFFER_AGAIN_MS)),
    );
  }

  /** Tells the queues what they have not taken yet. */
  offer(now: number): Promise<void> {
    return this.#telling.tell(now);
  }

  async #tellOutbound(now: number): Promise<void> {
    for (const job of this.outbox.toOffer(now)) {
      const { id, body } = job;
      await this.#env.OUTBOUND.send(
        body.kind === "enrol" ? body.job : { kind: "send", addressId: this.id, id },
      );
      if (body.kind === "enrol") this.outbox.drop(id);
      else this.outbox.offered(job, now);
    }
  }

  /** What still waits to leave and has been passed by: its run moved on, or the person said stop. */
  #dropPassed({ memory, record, outgoing }: Turn): void {
    for (const message of this.outbox.messages()) {
      if (outgoing.some(({ id }) => id === message.id)) continue;
      const run = record.runs.findLast(({ id }) => id === message.runId);
      const isPassed = message.bound && run !== undefined && run.turn > (message.turn ?? 0);
      const line = memory.lines[message.lineId];
      const hasStopped = line !== undefined && isUnwanted(memory.self, message, line.channel);
      if (!hasStopped && !isPassed) continue;
      this.outbox.drop(message.id);
      const status = hasStopped ? "refused" : "canceled";
      const reason = hasStopped ? "opted-out" : "passed";
      this.note(message, { status, sid: null, errorCode: null, at: record.at, reason });
    }
  }

  #withUnsent(memory: Memory): Memory {
    const waiting = this.outbox
      .messages()
      .flatMap(({ bound, runId }) => (bound && runId !== null ? [runId] : []));
    return { ...memory, unsent: [...new Set(waiting)] };
  }

  #arm(now: number): void {
    const times = [
      dueAt(this.memory),
      this.outbox.nextAt(now, now + OFFER_AGAIN_MS),
      this.journal.forgetsAt(),
    ];
    if (this.journal.hasPending()) times.push(now + OFFER_AGAIN_MS);
    const known = times.filter((time) => time !== null);
    if (known.length > 0) this.alarm.wakeBy(this.#clock.toReal(Math.min(...known)));
  }
}
