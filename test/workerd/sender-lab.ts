// A line's Sender in the hands of a test: its pump is a list, its clock the test's, and its consumers run when the test says so.
import { env } from "cloudflare:workers";
import { createMessageBatch, runInDurableObject } from "cloudflare:test";
import type { PumpJob } from "#core/campaign/jobs";
import type { JournalRecord } from "#core/record";
import { Sender } from "../../durable-objects/sender/index.ts";
import type { SenderEnv } from "../../durable-objects/sender/keeper.ts";
import { consumePump } from "../../worker/queues/pump.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import type { Campaign } from "./campaign.ts";

/** A consumer that gives rise to more work than this goes round in circles. */
const ROUNDS_MAX = 60;

export class Lab {
  readonly sender: Sender;
  services: Services;
  /** Given out, and taken by nobody yet. */
  jobs: PumpJob[] = [];
  /** Both its queues refuse whatever they are offered. */
  refuses = false;
  readonly #state: DurableObjectState;
  #aheadMs = 0;

  constructor(state: DurableObjectState, services: Services, lineId: string) {
    this.#state = state;
    const pump = async (batch: Iterable<{ body: PumpJob }>): Promise<void> => {
      if (this.refuses) await refuse();
      for (const { body } of batch) this.jobs.push(body);
    };
    const records = (batch: Iterable<MessageSendRequest<JournalRecord>>) =>
      this.refuses ? refuse() : env.RECORDS.sendBatch(batch);
    const queues = { RECORDS: { sendBatch: records }, PUMP: { sendBatch: pump } };
    this.sender = new Sender(state, queues as unknown as SenderEnv);
    const here = this.sender as unknown as ReturnType<Services["sender"]>;
    this.services = {
      ...services,
      clock: { now: () => Date.now() + this.#aheadMs },
      sender: (id) => (id === lineId ? here : services.sender(id)),
    };
  }

  now(): number {
    return this.services.clock.now();
  }

  /** It is this instant now, and the clock goes on from it. */
  setClock(at: number): void {
    this.#aheadMs = at - Date.now();
  }

  /** Its alarm rings at this instant. */
  async wakeAt(at: number): Promise<void> {
    this.setClock(at);
    await this.sender.tick({ now: at });
  }

  /** When it will ring; null for never. */
  alarmAt(): Promise<number | null> {
    return this.#state.storage.getAlarm();
  }

  /** Consumers that die with what they were given. */
  async lose(): Promise<readonly PumpJob[]> {
    await toldAll();
    return this.jobs.splice(0);
  }

  /** Runs what was given out, and what follows from it, until there is nothing left to do. */
  async drain(): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const jobs = await this.lose();
      if (jobs.length === 0) return;
      const messages = jobs.map((body, place) => {
        return { id: `${round}-${place}`, timestamp: new Date(0), attempts: 1, body };
      });
      await consumePump(this.services, createMessageBatch("partyline-pump", messages));
    }
    throw new Error("there was always more to do");
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new Error("Queue is overloaded"));
}

/** The Sender tells its queue off the path of its answers. */
async function toldAll(): Promise<void> {
  await scheduler.wait(5);
}

/** Plays a story with a line's Sender, at an instant far enough ahead that no real alarm rings in it. */
export async function inLab(
  { line }: Pick<Campaign, "line">,
  at: number,
  story: (lab: Lab) => Promise<void>,
): Promise<void> {
  const services = await openServices(env);
  await runInDurableObject(env.SENDER.getByName(line.id), async (_object, state) => {
    const lab = new Lab(state, services, line.id);
    lab.setClock(at);
    await story(lab);
  });
}

/** Hands the campaign over, as a launch does. */
export function begin({ sender }: Lab, { pinned, people }: Campaign, now: number): void {
  sender.open({ pinned, actor: "test", now });
  sender.frozen({ campaignId: pinned.campaignId, planned: people.length, now });
}
