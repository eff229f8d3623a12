// A page of a frozen audience, written whole: its recipients, those left out, and how far it came, all or nothing.
import type { Decision, Planned } from "#core/campaign/plan";
import type { Tally } from "#core/campaign/tally";
import { STATUS_RANK } from "#core/status";

export interface FrozenPage {
  readonly campaignId: string;
  readonly launchedAt: number;
  /** Where the page began, as it was read: who comes second writes nothing. */
  readonly from: string | null;
  /** Where it ended; null where it was the last. */
  readonly next: string | null;
  readonly decisions: readonly Decision[];
  /** Everything counted up to and with this page. */
  readonly tally: Tally;
  readonly now: number;
}

/** The page is still wanted, and nobody has written it yet. */
const STANDS = `EXISTS (SELECT 1 FROM campaigns c WHERE c.id = ?1 AND c.audience_cursor IS ?2
                           AND c.audience_frozen_at IS NULL AND c.state IN ('scheduled', 'sending'))`;

/** Returns false when another step was faster, or the campaign is no longer to be frozen: then nothing was written. */
export async function writePage(d1: D1Database, page: FrozenPage): Promise<boolean> {
  const { campaignId, launchedAt, from, next, decisions, tally, now } = page;
  const planned = decisions.flatMap((decision) => (decision.kind === "planned" ? [toRow(decision)] : []));
  const excluded = decisions.flatMap((decision) =>
    decision.kind === "excluded" ? [[decision.contactId, decision.reason, decision.detail]] : [],
  );
  const results = await d1.batch([
    d1
      .prepare(
        `INSERT INTO messages (id, address_id, line_id, direction, channel, kind, via, body, media, status, rank, receipts, at,
                               campaign_id, variant, attempt, segments, cost_micros)
         SELECT j.value->>0, j.value->>1, j.value->>2, 'out', j.value->>3, 'campaign', 'rest', '', '[]', 'pending',
                ${STATUS_RANK.pending}, '[]', ?4, ?1, j.value->>4, 1, j.value->>5, j.value->>6
           FROM json_each(?3) j WHERE ${STANDS} ON CONFLICT (id) DO NOTHING`,
      )
      .bind(campaignId, from, JSON.stringify(planned), launchedAt),
    d1
      .prepare(
        `INSERT INTO exclusions (campaign_id, contact_id, reason, detail, at)
         SELECT ?1, j.value->>0, j.value->>1, j.value->>2, ?4
           FROM json_each(?3) j WHERE ${STANDS} ON CONFLICT DO NOTHING`,
      )
      .bind(campaignId, from, JSON.stringify(excluded), now),
    d1
      .prepare(
        `UPDATE campaigns SET audience_cursor = coalesce(?3, audience_cursor), tally = ?4, audience_step_at = ?5,
                audience_frozen_at = CASE WHEN ?3 IS NULL THEN ?5 END
          WHERE id = ?1 AND ${STANDS}`,
      )
      .bind(campaignId, from, next, JSON.stringify(tally), now),
  ]);
  return (results[2]?.meta.changes ?? 0) > 0;
}

function toRow({ messageId, addressId, lineId, channel, variant, segments, costMicros }: Planned) {
  return [messageId, addressId, lineId, channel, variant, segments, costMicros];
}
