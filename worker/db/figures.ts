// A campaign's recipients counted, live. One pass over the range of ids that begin with its launch, and one look at those who
// wrote back: a million recipients are some three million rows read, less than a cent (Cloudflare, "D1 pricing"), and no row is written.
import type { Bunch, Response } from "#core/campaign/figures";
import { idFloor } from "#core/id";
import { STATUS_RANK } from "#core/status";
import type { Status } from "#core/status";

interface BunchRow extends Omit<Bunch, "isPutOff"> {
  readonly status: Status;
  readonly isPutOff: 0 | 1;
}

export interface CountedCampaign {
  readonly bunches: readonly Bunch[];
  readonly responses: readonly Response[];
  /** Finished conversations that the campaign began. */
  readonly completed: number;
}

/** Handed over, in the end or at least once. */
const TAKEN = `rank >= ${STATUS_RANK["handed-over"]} AND status NOT IN ('canceled', 'refused', 'failed')`;

/** Of several attempts the last one says what became of a person (SQLite: bare columns come from the row of the max). */
const BUNCHES = `
  SELECT status, errorCode, reason, variant, isPutOff, count(*) AS people, sum(segments) AS segments, sum(costMicros) AS costMicros
    FROM (SELECT max(coalesce(attempt, 1)), status, error_code AS errorCode, reason, variant,
                 (rank = ${STATUS_RANK.pending} AND due_at IS NOT NULL) AS isPutOff,
                 sum(CASE WHEN ${TAKEN} THEN coalesce(segments, 0) ELSE 0 END) AS segments,
                 sum(CASE WHEN ${TAKEN} THEN coalesce(cost_micros, 0) ELSE 0 END) AS costMicros
            FROM messages WHERE id >= ?2 AND id < ?3 AND campaign_id = ?1 GROUP BY address_id)
   GROUP BY status, errorCode, reason, variant, isPutOff`;

/** Something else of ours came in between: what they say then is no answer to the campaign. Its own conversation is. */
const somethingElseBefore = (instant: string) => `
  EXISTS (SELECT 1 FROM messages o
           WHERE o.address_id = m.address_id AND o.direction = 'out' AND o.id <> m.id
             AND o.rank >= ${STATUS_RANK["handed-over"]} AND o.at > m.at AND o.at < ${instant}
             AND (m.run_id IS NULL OR o.run_id IS NOT m.run_id))`;

/** Wrote on the line after it was handed over; the opt-out itself is no reply. Over `m`, its message, and `a`, its address. */
export const REPLIED = `
  a.last_heard_at >= m.at AND EXISTS (
    SELECT 1 FROM messages i
     WHERE i.address_id = m.address_id AND i.id >= m.id AND i.direction = 'in' AND i.line_id = m.line_id AND i.at >= m.at
       AND i.at IS NOT a.opted_out_at AND NOT ${somethingElseBefore("i.at")})`;

const OPTED_OUT = `a.opted_out_at >= m.at AND NOT ${somethingElseBefore("a.opted_out_at")}`;

const RESPONSES = `
  SELECT m.variant, sum(CASE WHEN ${REPLIED} THEN 1 ELSE 0 END) AS replied,
         sum(CASE WHEN ${OPTED_OUT} THEN 1 ELSE 0 END) AS optedOut
    FROM messages m JOIN addresses a ON a.id = m.address_id
   WHERE m.id >= ?2 AND m.id < ?3 AND m.campaign_id = ?1 AND m.rank >= ${STATUS_RANK["handed-over"]}
     AND m.status NOT IN ('canceled', 'refused', 'failed')
   GROUP BY m.variant`;

/** The words of the index `runs_completed_by_source`. */
export const COMPLETED = `
  SELECT count(*) AS completed FROM runs
   WHERE source = ?1 AND disposition = 'completed' AND source NOT IN ('inbound', 'enrol', 'api')`;

export async function countCampaign(
  d1: D1Database,
  campaignId: string,
  launchedAt: number,
): Promise<CountedCampaign> {
  const range = [campaignId, idFloor(launchedAt), idFloor(launchedAt + 1)] as const;
  const [bunches, responses, completed] = await d1.batch([
    d1.prepare(BUNCHES).bind(...range),
    d1.prepare(RESPONSES).bind(...range),
    d1.prepare(COMPLETED).bind(campaignId),
  ]);
  const rows = (bunches?.results ?? []) as BunchRow[];
  return {
    bunches: rows.map((row) => ({ ...row, isPutOff: row.isPutOff === 1 })),
    responses: (responses?.results ?? []) as Response[],
    completed: (completed?.results[0] as { completed: number } | undefined)?.completed ?? 0,
  };
}

/** How many finished conversations a campaign has brought. */
export async function countCompleted(d1: D1Database, campaignId: string): Promise<number> {
  const row = await d1.prepare(COMPLETED).bind(campaignId).first<{ completed: number }>();
  return row?.completed ?? 0;
}
