// Which queue goes to which verb. A message is acknowledged when its effect is certain, and retried until then.
import { topicsOfJobs } from "#core/feed/from-job";
import type { Worked } from "#core/feed/from-job";
import type { PumpJob } from "#core/campaign/jobs";
import type { OutboundJob } from "#core/contact/jobs";
import type { EmailJob } from "#core/mail/state";
import type { JournalRecord } from "#core/record";
import type { WorkJob } from "#core/work";
import { buryLetters } from "../actions/bury-letters.ts";
import { QUEUE_NAMES } from "../queue-name.ts";
import type { QueueName } from "../queue-name.ts";
import type { Services } from "../services.ts";
import { consumeEmail } from "./email.ts";
import { consumeOutbound } from "./outbound.ts";
import { consumePump } from "./pump.ts";
import { consumeRecords } from "./records.ts";
import { consumeWork } from "./work.ts";

const DEAD = new RegExp(`^partyline-(?<queue>${QUEUE_NAMES.join("|")})-dead$`);

export async function consume(services: Services, batch: MessageBatch): Promise<void> {
  await run(services, batch);
  const worked = workedOn(batch);
  if (worked !== null) services.feed.tell(topicsOfJobs(worked));
}

async function run(services: Services, batch: MessageBatch): Promise<void> {
  switch (batch.queue) {
    case "partyline-records":
      return consumeRecords(services, batch as MessageBatch<JournalRecord>);
    case "partyline-outbound":
      return consumeOutbound(services, batch as MessageBatch<OutboundJob>);
    case "partyline-pump":
      return consumePump(services, batch as MessageBatch<PumpJob>);
    case "partyline-work":
      return consumeWork(services, batch as MessageBatch<WorkJob>);
    case "partyline-email":
      return consumeEmail(services, batch as MessageBatch<EmailJob>);
    default:
      return bury(services, batch);
  }
}

/** What came along, for those who watch; null for what leaves: its records say when it is gone. */
function workedOn({ queue, messages }: MessageBatch): Worked | null {
  const bodies = messages.map(({ body }) => body);
  switch (queue) {
    case "partyline-records":
      return { kind: "records", bodies: bodies as JournalRecord[] };
    case "partyline-work":
      return { kind: "work", bodies: bodies as WorkJob[] };
    case "partyline-pump":
      return { kind: "pump" };
    case "partyline-email":
      return { kind: "email" };
    case "partyline-outbound":
      return null;
    default:
      return { kind: "dead" };
  }
}

async function bury(services: Services, batch: MessageBatch): Promise<void> {
  const queue = DEAD.exec(batch.queue)?.groups?.["queue"];
  if (queue === undefined) throw new Error(`no consumer for queue ${batch.queue}`);
  const letters = batch.messages.map(({ id, body }) => ({
    id,
    queue: queue as QueueName,
    body,
    error: "gave up after the last retry",
  }));
  await buryLetters(services, letters);
  batch.ackAll();
}
