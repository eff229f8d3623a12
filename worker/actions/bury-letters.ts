// A message no consumer could deal with is kept where staff can see it and send it again.
import type { QueueName } from "../queue-name.ts";
import type { Services } from "../services.ts";
import { raiseAlarm } from "./raise-alarm.ts";

export interface Letter {
  readonly id: string;
  readonly queue: QueueName;
  readonly body: unknown;
  readonly error: string;
}

export async function buryLetters(services: Services, letters: readonly Letter[]): Promise<void> {
  const now = services.clock.now();
  const insert = services.d1.prepare(
    "INSERT OR IGNORE INTO dead_letters (id, queue, body, error, at) VALUES (?, ?, ?, ?, ?)",
  );
  await services.d1.batch(
    letters.map(({ id, queue, body, error }) => insert.bind(id, queue, JSON.stringify(body), error, now)),
  );
  services.log.error("dead-letters", { count: letters.length });
  const [first] = letters;
  if (first === undefined) return;
  const text = `Work of the queue "${first.queue}" could not be done, however often it was tried: ${first.error}.`;
  await raiseAlarm(services, { kind: "dead-letters", subject: first.queue, text });
}
