// The queues of a run: what was sent waits here until its time, comes in batches, and comes again when nobody said it was done.

export const QUEUES = {
  records: { batch: 100, atOnce: 1, retries: 100 },
  outbound: { batch: 20, atOnce: 3, retries: 20 },
  pump: { batch: 10, atOnce: 3, retries: 20 },
  work: { batch: 1, atOnce: 1, retries: 20 },
} as const;
export type QueueName = keyof typeof QUEUES;

export interface Letter {
  readonly id: string;
  readonly queue: QueueName | `${QueueName}-dead`;
  readonly body: unknown;
  readonly attempts: number;
  readonly dueAt: number;
}

export class Queues {
  #letters: Letter[] = [];
  #serial = 0;
  sent = 0;

  send(queue: Letter["queue"], body: unknown, delayMs = 0, attempts = 0): void {
    this.sent += 1;
    this.#serial += 1;
    const id = `letter-${this.#serial}`;
    // What a queue carries is a copy: nothing that is changed later shows in it.
    this.#letters.push({
      id,
      queue,
      body: structuredClone(body),
      attempts,
      dueAt: Date.now() + Math.ceil(delayMs),
    });
  }

  /** Takes so many of what is due, oldest first. */
  take(queue: Letter["queue"], most: number): readonly Letter[] {
    const due = this.#letters.filter((letter) => letter.queue === queue && letter.dueAt <= Date.now());
    const taken = new Set(due.slice(0, most));
    this.#letters = this.#letters.filter((letter) => !taken.has(letter));
    return [...taken];
  }

  hasDue(queue: Letter["queue"]): boolean {
    return this.#letters.some((letter) => letter.queue === queue && letter.dueAt <= Date.now());
  }

  nextAt(): number | null {
    return this.#letters.length === 0 ? null : Math.min(...this.#letters.map(({ dueAt }) => dueAt));
  }

  /** A producer's end, as a binding looks. */
  producer<Body>(queue: QueueName): Queue<Body> {
    const send = (body: Body, delaySeconds = 0) => this.send(queue, body, delaySeconds * 1000);
    return {
      metrics: () => Promise.resolve(METRICS),
      send: (body: Body, options?: QueueSendOptions) => {
        send(body, options?.delaySeconds);
        return Promise.resolve({ metadata: { metrics: METRICS } });
      },
      sendBatch: (messages: Iterable<MessageSendRequest<Body>>, options?: QueueSendBatchOptions) => {
        for (const { body, delaySeconds } of messages) send(body, delaySeconds ?? options?.delaySeconds);
        return Promise.resolve({ metadata: { metrics: METRICS } });
      },
    };
  }
}

const METRICS = { backlogCount: 0, backlogBytes: 0 };
