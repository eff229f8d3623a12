// What happened, on its way to D1. While anything is away it waits; one record that can never be written does not stop the rest.
import type { JournalRecord } from "#core/record";
import { applyRecords } from "../actions/apply-records.ts";
import { buryLetters } from "../actions/bury-letters.ts";
import { Unwritable } from "../db/projection/unwritable.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

const RETRY_SECONDS_MIN = 15;
/** A hundred retries (Cloudflare's most) an hour apart: records wait for four days, and are buried by their queue only then. */
const RETRY_SECONDS_MAX = 3_600;

type Messages = MessageBatch<JournalRecord>["messages"];

export async function consumeRecords(services: Services, batch: MessageBatch<JournalRecord>): Promise<void> {
  try {
    await apply(services, batch.messages);
  } catch (error) {
    services.log.error("records-not-applied", { count: batch.messages.length, error: describeError(error) });
    if (error instanceof Unwritable) await applyOneByOne(services, batch.messages);
    else for (const message of batch.messages) putOff(message);
  }
}

/** Throws when nothing was written. */
async function apply(services: Services, messages: Messages): Promise<void> {
  const again = await applyRecords(
    services,
    messages.map(({ body }) => body),
  );
  for (const message of messages) {
    if (again.has(message.body)) putOff(message);
    else message.ack();
  }
}

async function applyOneByOne(services: Services, messages: Messages): Promise<void> {
  for (const message of messages) {
    try {
      await apply(services, [message]);
    } catch (error) {
      if (!(error instanceof Unwritable)) {
        putOff(message);
        continue;
      }
      const { id, body } = message;
      await buryLetters(services, [{ id, queue: "records", body, error: describeError(error) }]);
      message.ack();
    }
  }
}

function putOff(message: Messages[number]): void {
  const seconds = RETRY_SECONDS_MIN * 2 ** Math.min(message.attempts, 10);
  message.retry({ delaySeconds: Math.min(RETRY_SECONDS_MAX, seconds) });
}
