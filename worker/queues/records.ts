// What happened, on its way to D1. While D1 is away everything waits; one record that can never be written does not stop the rest.
import type { JournalRecord } from "#core/record";
import { applyRecords } from "../actions/apply-records.ts";
import { buryLetters } from "../actions/bury-letters.ts";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";

/** A record that fails alone this often, while D1 answers, will never be written: it is poison. */
const ATTEMPTS_MAX = 4;
const RETRY_SECONDS_MIN = 15;
/** A hundred retries (Cloudflare's most) an hour apart: records wait for D1 for four days. */
const RETRY_SECONDS_MAX = 3_600;

export async function consumeRecords(services: Services, batch: MessageBatch<JournalRecord>): Promise<void> {
  try {
    await applyRecords(
      services,
      batch.messages.map(({ body }) => body),
    );
    batch.ackAll();
  } catch (error) {
    services.log.error("records-not-applied", { count: batch.messages.length, error: describeError(error) });
    if (await answers(services.d1)) await applyOneByOne(services, batch);
    else for (const message of batch.messages) message.retry({ delaySeconds: waitFor(message.attempts) });
  }
}

async function applyOneByOne(services: Services, batch: MessageBatch<JournalRecord>): Promise<void> {
  for (const message of batch.messages) {
    try {
      await applyRecords(services, [message.body]);
      message.ack();
    } catch (error) {
      if (message.attempts < ATTEMPTS_MAX) {
        message.retry({ delaySeconds: waitFor(message.attempts) });
        continue;
      }
      const { id, body } = message;
      await buryLetters(services, [{ id, queue: "records", body, error: describeError(error) }]);
      message.ack();
    }
  }
}

async function answers(d1: D1Database): Promise<boolean> {
  try {
    await d1.prepare("SELECT 1").first();
    return true;
  } catch {
    return false;
  }
}

function waitFor(attempts: number): number {
  return Math.min(RETRY_SECONDS_MAX, RETRY_SECONDS_MIN * 2 ** Math.min(attempts, 10));
}
