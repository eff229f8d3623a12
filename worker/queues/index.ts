// Which queue goes to which verb. A message is acknowledged when its effect is certain, and retried until then.
import type { OutboundJob } from "#core/contact/jobs";
import type { JournalRecord } from "#core/record";
import { buryLetters } from "../actions/bury-letters.ts";
import type { Services } from "../services.ts";
import { consumeOutbound } from "./outbound.ts";
import { consumeRecords } from "./records.ts";

export async function consume(services: Services, batch: MessageBatch): Promise<void> {
  switch (batch.queue) {
    case "partyline-records":
      return consumeRecords(services, batch as MessageBatch<JournalRecord>);
    case "partyline-outbound":
      return consumeOutbound(services, batch as MessageBatch<OutboundJob>);
    case "partyline-records-dead":
    case "partyline-outbound-dead": {
      const queue = batch.queue === "partyline-records-dead" ? "records" : "outbound";
      const letters = batch.messages.map(
        ({ id, body }) => ({ id, queue, body, error: "gave up after the last retry" }) as const,
      );
      await buryLetters(services, letters);
      return batch.ackAll();
    }
    default:
      throw new Error(`no consumer for queue ${batch.queue}`);
  }
}
