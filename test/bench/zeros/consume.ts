// A batch of a queue on its way through the product's own consumer: what is not acknowledged comes again.
import { consume } from "../../../worker/queues/index.ts";
import type { Stage } from "./invoke.ts";
import { invoke } from "./invoke.ts";
import type { Letter, QueueName } from "./queues.ts";
import { QUEUES } from "./queues.ts";

/** After a consumer died, its messages are seen again: Cloudflare names no figure; wrangler.toml's `retry_delay` is of this order. */
const DIED_MS = 30_000;

/** How often, and after how long, what was acknowledged comes again all the same. */
export type Redelivery = (letter: Letter) => readonly number[];

export async function consumeBatch(
  stage: Stage,
  queue: Letter["queue"],
  letters: readonly Letter[],
  again: Redelivery,
): Promise<void> {
  const { queues } = stage.world;
  const fates = new Map<string, "acked" | { readonly delayMs: number }>();
  const messages = letters.map(({ id, body, attempts }) => ({
    id,
    body,
    attempts: attempts + 1,
    timestamp: new Date(),
    ack: () => void fates.set(id, "acked"),
    retry: (options?: QueueRetryOptions) =>
      void fates.set(id, { delayMs: (options?.delaySeconds ?? 0) * 1000 }),
  }));
  const batch = {
    queue: `partyline-${queue}`,
    messages,
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
    ackAll: () => messages.forEach((message) => message.ack()),
    retryAll: (options?: QueueRetryOptions) => messages.forEach((message) => message.retry(options)),
  };
  const { kind } = await invoke(stage, (services) => consume(services, batch));
  for (const letter of letters) {
    const fate = fates.get(letter.id) ?? (kind === "done" ? "acked" : { delayMs: DIED_MS });
    if (fate === "acked") {
      for (const delayMs of again(letter)) queues.send(queue, letter.body, delayMs, letter.attempts);
    } else if (isLive(queue) && letter.attempts >= QUEUES[queue].retries)
      queues.send(`${queue}-dead`, letter.body);
    else queues.send(queue, letter.body, fate.delayMs, letter.attempts + 1);
  }
}

function isLive(queue: Letter["queue"]): queue is QueueName {
  return queue in QUEUES;
}
