// A message that failed for good tells its person's object: an opt-out the carrier knows of counts as their own.
import { failureOf, parseStatus } from "#core/status";
import type { Receipt } from "../db/projection/statuses.ts";
import type { Services } from "../services.ts";

export async function settleFailures(services: Services, receipts: readonly Receipt[]): Promise<void> {
  const failed = receipts.filter(({ status, errorCode }) => {
    const word = parseStatus(status);
    const failure = failureOf(errorCode);
    return (
      (word === "failed" || word === "undelivered") && (failure === "opted-out" || failure === "permanent")
    );
  });
  if (failed.length === 0) return;
  const ids = JSON.stringify(failed.map(({ messageId }) => messageId));
  const { results } = await services.d1
    .prepare(
      "SELECT id, line_id AS lineId, run_id AS runId FROM messages WHERE id IN (SELECT value FROM json_each(?))",
    )
    .bind(ids)
    .all<{ id: string; lineId: string | null; runId: string | null }>();
  const messages = new Map(results.map((row) => [row.id, row]));
  for (const { messageId, addressId, errorCode, at } of failed) {
    const { lineId, runId } = messages.get(messageId) ?? { lineId: null, runId: null };
    await services
      .contact(addressId)
      .settle({ lineId, runId, code: errorCode, at, now: services.clock.now() });
  }
}
