// A message that failed for good tells its person's object: an opt-out the carrier knows of counts as their own.
import { failureOf, parseStatus } from "#core/status";
import type { Receipt } from "../db/projection/statuses.ts";
import type { Services } from "../services.ts";

/** A turn's record that is not there after so long never will be: its person was erased. */
const TURN_AWAITED_MS = 24 * 3_600_000;

/** Throws when the receipt came before the record of its message's turn: which run it ends is not known yet. */
export async function settleFailure(services: Services, receipt: Receipt): Promise<void> {
  const { messageId, addressId, errorCode, at } = receipt;
  const status = parseStatus(receipt.status);
  const failure = failureOf(errorCode);
  if (status !== "failed" && status !== "undelivered") return;
  if (failure !== "opted-out" && failure !== "permanent") return;
  const row = await services.d1
    .prepare("SELECT line_id AS lineId, run_id AS runId, at FROM messages WHERE id = ? AND kind <> ''")
    .bind(messageId)
    .first<{ lineId: string | null; runId: string | null; at: number }>();
  const now = services.clock.now();
  // An opt-out is of the person, whatever message brought it to light; only a run has to be named.
  if (row === null && failure === "permanent" && now - at < TURN_AWAITED_MS)
    throw new Error(`the turn of message ${messageId} is not recorded yet`);
  // What failed is dated by its message: news of it may come long after the person opted in again.
  const tried = row ?? { lineId: null, runId: null, at };
  await services.contact(addressId).settle({ ...tried, code: errorCode, now });
}
