// What happened to people moves them in their funnels: an answer that was called something, a message that never arrives, a wish
// to hear nothing, an erasure.
import type { JournalRecord } from "#core/record";
import { parseStatus } from "#core/status";
import { findPlacedFunnel } from "../db/funnels.ts";
import type { Services } from "../services.ts";
import { settleMembers } from "./settle-members.ts";

/** Whether the record may move somebody; silence moves them by itself. */
export function movesSomebody(record: JournalRecord): boolean {
  switch (record.kind) {
    case "turn":
      return record.consents.length > 0 || record.changes.some(({ kind }) => kind === "category");
    case "erase":
      return true;
    case "outcome":
      return isEnd(record.status);
    case "receipt":
      return isEnd(record.status);
    case "stray":
    case "campaign":
    case "alarm":
    case "sender-timer":
      return false;
    default:
      return record satisfies never;
  }
}

function isEnd(status: string): boolean {
  const known = parseStatus(status);
  return known === "failed" || known === "undelivered" || known === "refused";
}

/** After the records are written. Most people are in no funnel: that is one query. */
export async function followInFunnels(services: Services, records: readonly JournalRecord[]): Promise<void> {
  const addressIds = records.flatMap((record) =>
    "addressId" in record && record.addressId !== null ? [record.addressId] : [],
  );
  const { results } = await services.d1
    .prepare(
      `SELECT m.funnel_id AS funnelId, json_group_array(DISTINCT m.contact_id) AS contactIds
         FROM addresses a JOIN funnel_members m ON m.contact_id = a.contact_id
        WHERE a.id IN (SELECT value FROM json_each(?)) GROUP BY m.funnel_id`,
    )
    .bind(JSON.stringify(addressIds))
    .all<{ funnelId: string; contactIds: string }>();
  for (const { funnelId, contactIds } of results) {
    const placed = await findPlacedFunnel(services.db, funnelId);
    if (placed === null || placed.funnel.state === "archived") continue;
    await settleMembers(services, placed, {
      kind: "contacts",
      contactIds: JSON.parse(contactIds) as string[],
    });
  }
}
