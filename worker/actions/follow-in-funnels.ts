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
    case "timer":
    case "call":
    case "voicemail":
    case "quarantine":
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
export function followInFunnels(services: Services, records: readonly JournalRecord[]): Promise<void> {
  const addressIds = records.flatMap((record) =>
    "addressId" in record && record.addressId !== null ? [record.addressId] : [],
  );
  const whose = "SELECT a.contact_id FROM addresses a WHERE a.id IN (SELECT value FROM json_each(?1))";
  return follow(services, whose, addressIds);
}

/** After somebody was called something by hand. */
export function followContact(services: Services, contactId: string): Promise<void> {
  return follow(services, "SELECT value FROM json_each(?1)", [contactId]);
}

/** `whose`: contact ids, as a query over the ids at `?1`. */
async function follow(services: Services, whose: string, ids: readonly string[]): Promise<void> {
  const { results } = await services.d1
    .prepare(
      `SELECT m.funnel_id AS funnelId, json_group_array(m.contact_id) AS contactIds
         FROM funnel_members m WHERE m.contact_id IN (${whose}) GROUP BY m.funnel_id`,
    )
    .bind(JSON.stringify(ids))
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
