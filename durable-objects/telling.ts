// How an object tells the queues what they have not taken yet: after its commit, off the path of its answer, until they have it.
import type { JournalRecord } from "#core/record";
import type { Journal } from "./journal.ts";

export interface Told {
  readonly object: "contact" | "sender" | "helpline";
  readonly id: () => string;
  readonly records: Queue<JournalRecord>;
  readonly journal: Journal;
  /** What else is to be told at an instant: the object's own queue. */
  readonly others: (now: number) => Promise<void>;
}

export class Telling {
  readonly #told: Told;
  #last: Promise<void> = Promise.resolve();

  constructor(told: Told) {
    this.#told = told;
  }

  /** One telling after the other. A refusal is no error: the alarm tells again. */
  tell(now: number): Promise<void> {
    const { object, id } = this.#told;
    this.#last = this.#last
      .then(() => this.#tell(now))
      .catch((error: unknown) => {
        console.warn(JSON.stringify({ event: "queue-refused", object, id: id(), error: String(error) }));
      });
    return this.#last;
  }

  /** Both queues get their turn, even when one of them refuses; the first refusal is reported. */
  async #tell(now: number): Promise<void> {
    const told = await Promise.allSettled([this.#tellRecords(), this.#told.others(now)]);
    const refused = told.find((result) => result.status === "rejected");
    if (refused !== undefined) throw refused.reason;
  }

  async #tellRecords(): Promise<void> {
    const { journal, records: queue } = this.#told;
    for (let records = journal.pending(); records.length > 0; records = journal.pending()) {
      await queue.sendBatch(records.map(({ record }) => ({ body: record })));
      journal.settle(records.map(({ key }) => key));
    }
  }
}

/** Runs what an alarm is for. It never throws: a failing alarm is retried six times and then gone for ever (Cloudflare). */
export async function ring(
  { object, id }: Pick<Told, "object" | "id">,
  work: () => Promise<void>,
  again: () => void,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(JSON.stringify({ event: "alarm-failed", object, id: id(), error: String(error) }));
    again();
  }
}
