// How much of each thing there is that a deployment needs.

export interface SetupCounts {
  readonly lines: number;
  readonly publishedFlows: number;
  readonly staff: number;
}

export async function countSetup(d1: D1Database): Promise<SetupCounts> {
  const counts = await d1
    .prepare(
      `SELECT (SELECT count(*) FROM lines WHERE archived_at IS NULL) AS lines,
              (SELECT count(*) FROM flows WHERE archived_at IS NULL AND published_version_id IS NOT NULL) AS publishedFlows,
              (SELECT count(*) FROM staff WHERE disabled_at IS NULL) AS staff`,
    )
    .first<SetupCounts>();
  return counts ?? { lines: 0, publishedFlows: 0, staff: 0 };
}

/** Whose a number is here: the line that texts by it, the group that is called on it. */
export async function listNumberUses(
  d1: D1Database,
): Promise<ReadonlyMap<string, { readonly lineId: string | null; readonly helplineId: string | null }>> {
  const { results } = await d1
    .prepare(
      `SELECT number, max(line_id) AS lineId, max(helpline_id) AS helplineId FROM (
         SELECT address AS number, id AS line_id, NULL AS helpline_id FROM lines WHERE archived_at IS NULL AND channel = 'sms'
         UNION ALL SELECT number, NULL, id FROM helplines WHERE archived_at IS NULL)
       GROUP BY number`,
    )
    .all<{ number: string; lineId: string | null; helplineId: string | null }>();
  return new Map(results.map(({ number, lineId, helplineId }) => [number, { lineId, helplineId }]));
}
