// Who wrote back to a campaign, and what they wrote first: the very people whom its figures count.
import { idFloor } from "#core/id";
import { STATUS_RANK } from "#core/status";
import { REPLIED } from "./figures.ts";

export interface ReplyRow {
  readonly id: string;
  readonly addressId: string;
  readonly addressKind: string | null;
  readonly address: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly runId: string | null;
  readonly variant: string | null;
  readonly body: string;
  readonly at: number;
}

/** Of a person the first thing they wrote on the line once they had it. */
const REPLIES = `
  SELECT i.id, i.run_id AS runId, m.variant, i.body, i.at, a.id AS addressId, a.kind AS addressKind, a.value AS address,
         a.contact_id AS contactId, c.name AS contactName
    FROM messages m
    JOIN addresses a ON a.id = m.address_id
    LEFT JOIN contacts c ON c.id = a.contact_id
    JOIN messages i ON i.id = (
           SELECT f.id FROM messages f
            WHERE f.address_id = m.address_id AND f.id >= m.id AND f.direction = 'in' AND f.line_id = m.line_id
              AND f.at >= m.at AND f.at IS NOT a.opted_out_at ORDER BY f.id LIMIT 1)
   WHERE m.id >= ?2 AND m.id < ?3 AND m.campaign_id = ?1 AND m.rank >= ${STATUS_RANK["handed-over"]}
     AND m.status NOT IN ('canceled', 'refused', 'failed') AND i.id < ?4 AND ${REPLIED}
   ORDER BY i.id DESC LIMIT ?5`;

/** After every id. */
const LAST = "g";

/** The newest first, one more than the limit; `before`: the id of the last of the page before. */
export async function listReplies(
  d1: D1Database,
  { campaignId, launchedAt }: { readonly campaignId: string; readonly launchedAt: number },
  limit: number,
  before: string | undefined,
): Promise<ReplyRow[]> {
  const { results } = await d1
    .prepare(REPLIES)
    .bind(campaignId, idFloor(launchedAt), idFloor(launchedAt + 1), before ?? LAST, limit + 1)
    .all<ReplyRow>();
  return results;
}
