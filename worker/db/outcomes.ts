// What became of a flow's runs: counts by disposition, and where people left.
import type { Disposition } from "#core/conversation/run";
import { idFloor } from "#core/id";

export interface Period {
  /** Begun at or after, and before: epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface OutcomeCount {
  /** null while it is still going on. */
  readonly disposition: Disposition | null;
  readonly count: number;
}

export interface NodeCount {
  readonly node: string;
  /** How often somebody was asked there, or began to wait. */
  readonly views: number;
  /** Views that nobody went on from, of runs that are over. */
  readonly exits: number;
  /** Views of runs that wait there now. */
  readonly waiting: number;
}

/** The first and the last run id of a period. */
export const boundsOf = ({ from, to }: Period) => [idFloor(from ?? 0), to === undefined ? "~" : idFloor(to)];

export async function countOutcomes(d1: D1Database, flowId: string, period: Period): Promise<OutcomeCount[]> {
  const { results } = await d1
    .prepare(
      "SELECT disposition, count(*) AS count FROM runs WHERE flow_id = ?1 AND id >= ?2 AND id < ?3 GROUP BY disposition",
    )
    .bind(flowId, ...boundsOf(period))
    .all<OutcomeCount>();
  return results;
}

/** By node that waits. A run visits such a node twice: on coming (no target) and on leaving. */
export async function countExits(d1: D1Database, flowId: string, period: Period): Promise<NodeCount[]> {
  const { results } = await d1
    .prepare(
      `SELECT visited AS node, sum(views) AS views,
              sum(CASE WHEN finished_at IS NULL THEN 0 ELSE max(0, views - leavings) END) AS exits,
              sum(CASE WHEN finished_at IS NULL THEN max(0, views - leavings) ELSE 0 END) AS waiting
         FROM (SELECT r.id, r.finished_at, v.value->>'node' AS visited,
                      sum(v.value->>'to' IS NULL) AS views, sum(v.value->>'to' IS NOT NULL) AS leavings
                 FROM runs r, json_each(r.visits) t, json_each(t.value) v
                WHERE r.flow_id = ?1 AND r.id >= ?2 AND r.id < ?3
                GROUP BY r.id, visited)
        WHERE views > 0 GROUP BY visited`,
    )
    .bind(flowId, ...boundsOf(period))
    .all<NodeCount>();
  return results;
}
