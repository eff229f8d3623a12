// People coming into a funnel, a page at a time, each with the first line of their history.
import type { PinnedAudience } from "#core/campaign/launched";
import { compileCondition } from "./segment/compile.ts";

export interface Page {
  /** Empty from the first. */
  readonly after: string;
  readonly limit: number;
  /** What dates in a condition are compared with, epoch milliseconds. */
  readonly now: number;
}

/** Ids of contacts in their order; merged and erased ones are not among them. */
export async function listEnrolled(
  d1: D1Database,
  audience: PinnedAudience | { readonly kind: "import"; readonly importId: string },
  { after, limit, now }: Page,
): Promise<readonly string[]> {
  const { sql, json } = whereOf(audience, now);
  const { results } = await d1
    .prepare(
      `SELECT c.id FROM contacts c WHERE c.id > ?2 AND c.merged_into IS NULL AND c.erased_at IS NULL AND ${sql}
        ORDER BY c.id LIMIT ?3`,
    )
    .bind(json, after, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

function whereOf(audience: Parameters<typeof listEnrolled>[1], now: number): { sql: string; json: string } {
  switch (audience.kind) {
    case "contacts":
      return { sql: "c.id IN (SELECT value FROM json_each(?1))", json: JSON.stringify(audience.contacts) };
    case "condition": {
      const { sql, params } = compileCondition(audience.condition, { now, parameter: "?1" });
      return { sql, json: params[0] };
    }
    case "import":
      return {
        sql: `c.id IN (SELECT contact_id FROM import_rows
                        WHERE import_id = ?1 AND contact_id IS NOT NULL AND coalesce(undone, '') <> 'removed')`,
        json: audience.importId,
      };
    default:
      return audience satisfies never;
  }
}

export interface Enrolment {
  readonly funnelId: string;
  /** The funnel's first. */
  readonly stage: string;
  readonly ids: readonly string[];
  /** Whether who has left begins again. */
  readonly again: boolean;
  readonly now: number;
  /** The date on the funnel's calendar. */
  readonly day: string;
}

const MOVE = `INSERT INTO funnel_moves (funnel_id, contact_id, revision, at, day, cause, detail, from_stage, from_phase, stage,
                                        phase, category, campaign_id)`;

/** Returns how many came in, and how many came back. */
export async function enrolPage(
  d1: D1Database,
  { funnelId, stage, ids, again, now, day }: Enrolment,
): Promise<{ added: number; returned: number }> {
  if (ids.length === 0) return { added: 0, returned: 0 };
  const named = [JSON.stringify(ids), funnelId, stage, now] as const;
  const [returned, , , added] = await d1.batch([
    d1
      .prepare(
        `${MOVE} SELECT ?2, m.contact_id, m.revision + 1, ?4, ?5, 'enrolled', NULL, m.stage, m.phase, ?3, 'new', NULL, NULL
           FROM funnel_members m
          WHERE ?6 = 1 AND m.funnel_id = ?2 AND m.contact_id IN (SELECT value FROM json_each(?1)) AND m.phase = 'out'`,
      )
      .bind(...named, day, again ? 1 : 0),
    d1
      .prepare(
        `UPDATE funnel_members SET stage = ?3, phase = 'new', category = NULL, due_at = ?4, round = 0, holds = 0,
                campaign_id = NULL, slot_at = NULL, settled_at = ?4,
                revision = revision + 1, cause = 'enrolled', changed_at = ?4
          WHERE ?5 = 1 AND funnel_id = ?2 AND contact_id IN (SELECT value FROM json_each(?1)) AND phase = 'out'`,
      )
      .bind(...named, again ? 1 : 0),
    d1
      .prepare(
        `${MOVE} SELECT ?2, j.value, 1, ?4, ?5, 'enrolled', NULL, NULL, NULL, ?3, 'new', NULL, NULL FROM json_each(?1) j
          WHERE NOT EXISTS (SELECT 1 FROM funnel_members m WHERE m.funnel_id = ?2 AND m.contact_id = j.value)`,
      )
      .bind(...named, day),
    d1
      .prepare(
        `INSERT INTO funnel_members (funnel_id, contact_id, stage, phase, category, due_at, round, holds, campaign_id, slot_at,
                                     settled_at, revision, cause, changed_at)
         SELECT ?2, j.value, ?3, 'new', NULL, ?4, 0, 0, NULL, NULL, ?4, 1, 'enrolled', ?4 FROM json_each(?1) j
          WHERE true ON CONFLICT DO NOTHING`,
      )
      .bind(...named),
  ]);
  return { added: added?.meta.changes ?? 0, returned: returned?.meta.changes ?? 0 };
}
