// Campaigns that end when they have brought enough answers, and how many each has.
import { COMPLETED } from "./figures.ts";

export interface Quota {
  readonly campaignId: string;
  readonly lineId: string;
  readonly quota: number;
  readonly completed: number;
}

/** Those of the ids given that are under way and have a quota. */
export async function listQuotas(d1: D1Database, ids: readonly string[]): Promise<Quota[]> {
  const { results } = await d1
    .prepare(
      `SELECT c.id AS campaignId, c.line_id AS lineId, c.config->>'quota' AS quota,
              (${COMPLETED.replace("?1", "c.id")}) AS completed
         FROM json_each(?1) j JOIN campaigns c ON c.id = j.value
        WHERE c.state IN ('sending', 'paused') AND c.config->>'quota' IS NOT NULL`,
    )
    .bind(JSON.stringify(ids))
    .all<Quota>();
  return results;
}
