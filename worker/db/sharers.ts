// Other campaigns of a line that are being sent, and how much of each is still to go.
import type { Sharer } from "#core/campaign/forecast";
import { idFloor } from "#core/id";
import { STATUS_RANK } from "#core/status";

interface Row {
  readonly campaignId: string;
  readonly name: string;
  readonly launchedAt: number;
}

/** All but `exceptId`. */
export async function readSharers(d1: D1Database, lineId: string, exceptId: string): Promise<Sharer[]> {
  const { results } = await d1
    .prepare(
      `SELECT id AS campaignId, name, launched_at AS launchedAt FROM campaigns
        WHERE line_id = ?1 AND state = 'sending' AND id <> ?2 AND launched_at IS NOT NULL`,
    )
    .bind(lineId, exceptId)
    .all<Row>();
  if (results.length === 0) return [];
  // The range of ids that begin with its launch is the whole campaign (core/campaign/recipient-id).
  const left = await d1.batch<{ segments: number }>(
    results.map(({ campaignId, launchedAt }) =>
      d1
        .prepare(
          `SELECT coalesce(sum(segments), 0) AS segments FROM messages
            WHERE id >= ?1 AND id < ?2 AND campaign_id = ?3 AND rank = ?4`,
        )
        .bind(idFloor(launchedAt), idFloor(launchedAt + 1), campaignId, STATUS_RANK.pending),
    ),
  );
  return results.map(({ campaignId, name }, place): Sharer => {
    return { campaignId, name, segments: left[place]?.results[0]?.segments ?? 0 };
  });
}
