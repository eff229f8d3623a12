// Callbacks without an id of ours, once their message is known by its SID.
import { preparer } from "../db/projection/prepare.ts";
import { findStrayReceipts, projectStatuses } from "../db/projection/statuses.ts";
import type { Receipt } from "../db/projection/statuses.ts";
import type { Services } from "../services.ts";
import { settleFailure } from "./settle-failure.ts";

/** Throws the first failure after everything else was matched; what failed is kept, and matched the next time. */
export async function matchStrays(services: Services): Promise<void> {
  const { d1 } = services;
  const found = await findStrayReceipts(d1);
  if (found.length === 0) return;
  const settled: Receipt[] = [];
  const failures: unknown[] = [];
  for (const receipt of found) {
    try {
      await settleFailure(services, receipt);
      settled.push(receipt);
    } catch (error) {
      failures.push(error);
    }
  }
  const prepare = preparer(d1);
  const statements = [
    ...projectStatuses([], settled, prepare),
    ...prepare(
      `DELETE FROM stray_receipts WHERE (sid, status) IN (
         SELECT j.value->>'sid', j.value->>'status' FROM json_each(?1) j)`,
      settled,
    ),
  ];
  if (statements.length > 0) await d1.batch(statements);
  if (failures.length > 0) throw failures[0];
}
