// Who is in a funnel: reading them, and moving them. A move is written with its history, or not at all.
import type { Member, Move, Phase } from "#core/funnel/member";
import { dateIn } from "#core/zone-clock";

/** A funnel as its members' rows need it; `zone` is its calendar's. */
export interface Place {
  readonly funnelId: string;
  readonly key: string;
  readonly zone: string;
}

export const MEMBER = `m.contact_id AS contactId, m.stage, m.phase, m.category, m.due_at AS dueAt, m.round, m.holds,
  m.campaign_id AS campaignId, m.slot_at AS slotAt, m.settled_at AS settledAt, m.revision, m.cause, m.changed_at AS changedAt`;

/** What the member `m` was called since their last settled answer: by flows, by the staff, by an import; `at` and `category`. */
export const UNSETTLED = `
  SELECT w.at, w.category FROM funnel_answers w
   WHERE w.funnel_id = m.funnel_id AND w.contact_id = m.contact_id AND w.at > m.settled_at
  UNION
  SELECT k.changed_at, k.category FROM categories k JOIN funnels f ON f.key = k.funnel
   WHERE f.id = m.funnel_id AND k.contact_id = m.contact_id AND k.changed_at > m.settled_at
     AND k.source <> 'funnel:' || f.id AND k.category <> ''`;

export function findMember(d1: D1Database, funnelId: string, contactId: string): Promise<Member | null> {
  return d1
    .prepare(`SELECT ${MEMBER} FROM funnel_members m WHERE m.funnel_id = ? AND m.contact_id = ?`)
    .bind(funnelId, contactId)
    .first<Member>();
}

export interface MemberFilter {
  readonly stage?: string | undefined;
  readonly phase?: Phase | undefined;
  readonly category?: string | undefined;
  /** The last of the page before. */
  readonly after?: string | undefined;
}

/** With their names, in the order of their ids, one more than the limit. */
export async function listMembers(
  d1: D1Database,
  funnelId: string,
  limit: number,
  { stage, phase, category, after }: MemberFilter,
): Promise<(Member & { readonly name: string | null })[]> {
  const { results } = await d1
    .prepare(
      `SELECT ${MEMBER}, c.name FROM funnel_members m LEFT JOIN contacts c ON c.id = m.contact_id
        WHERE m.funnel_id = ?1 AND m.contact_id > ?2 AND (?3 IS NULL OR m.stage = ?3) AND (?4 IS NULL OR m.phase = ?4)
          AND (?5 IS NULL OR m.category = ?5)
        ORDER BY m.contact_id LIMIT ?6`,
    )
    .bind(funnelId, after ?? "", stage ?? null, phase ?? null, category ?? null, limit + 1)
    .all<Member & { name: string | null }>();
  return results;
}

/** Somebody due; `isCalled`: an answer of theirs is to be settled first. */
export type Due = Member & { readonly isCalled: 0 | 1 };

/**
 * Who a slot at that instant begins with: those whose date has come, soonest first, then new ones as they came in. Who was
 * merged into another contact is begun with no more.
 */
export async function listDue(
  d1: D1Database,
  funnelId: string,
  slotAt: number,
  count: number,
): Promise<readonly Due[]> {
  const read = (phase: "waiting" | "new", limit: number) =>
    d1
      .prepare(
        `SELECT ${MEMBER}, EXISTS (${UNSETTLED}) AS isCalled FROM funnel_members m
          WHERE m.funnel_id = ?1 AND m.phase = ?2 AND m.due_at <= ?3
            AND EXISTS (SELECT 1 FROM contacts c WHERE c.id = m.contact_id AND c.merged_into IS NULL)
          ORDER BY m.due_at, m.contact_id LIMIT ?4`,
      )
      .bind(funnelId, phase, slotAt, limit)
      .all<Due>();
  const { results: waiting } = await read("waiting", count);
  if (waiting.length >= count) return waiting;
  const { results: fresh } = await read("new", count - waiting.length);
  return [...waiting, ...fresh];
}

/**
 * Each move is made from the revision it was decided on: one that somebody else made meanwhile is left alone. The contact's
 * category follows. `onlyIf` is a condition on `?4` that must hold for any of them.
 */
export function writeMoves(
  d1: D1Database,
  { funnelId, key, zone }: Place,
  moves: readonly Move[],
  onlyIf: { readonly sql: string; readonly value: string } = { sql: "?4 = ''", value: "" },
): D1PreparedStatement[] {
  if (moves.length === 0) return [];
  const rows = moves.map(({ member, to, cause, detail, at }) => ({
    ...to,
    contactId: member.contactId,
    revision: member.revision,
    fromStage: member.stage,
    fromPhase: member.phase,
    cause,
    detail,
    at,
    day: dateIn(zone, at),
  }));
  const bound = [JSON.stringify(rows), funnelId, key, onlyIf.value];
  // Every parameter is used by every statement: SQLite binds no more than it finds.
  const from = `json_each(?1) j JOIN funnel_members m
      ON m.funnel_id = ?2 AND m.contact_id = ${value("contactId")} AND m.revision = ${value("revision")}
     AND ?3 <> '' AND ${onlyIf.sql}`;
  const statements = [
    `INSERT INTO funnel_moves (funnel_id, contact_id, revision, at, day, cause, detail, from_stage, from_phase, stage, phase,
                               category, campaign_id)
     SELECT ?2, m.contact_id, m.revision + 1, ${value("at")}, ${value("day")}, ${value("cause")}, ${value("detail")},
            ${value("fromStage")}, ${value("fromPhase")}, ${value("stage")}, ${value("phase")}, ${value("category")},
            coalesce(${value("campaignId")}, m.campaign_id)
       FROM ${from} WHERE true ON CONFLICT DO NOTHING`,
    `INSERT INTO categories (contact_id, funnel, category, changed_at, source)
     SELECT m.contact_id, ?3, ${value("category")}, ${value("at")}, 'funnel:' || ?2
       FROM ${from} WHERE ${value("category")} IS NOT NULL AND ${value("cause")} <> 'erased'
     ON CONFLICT (contact_id, funnel) DO UPDATE SET
       category = excluded.category, changed_at = excluded.changed_at, source = excluded.source
     WHERE excluded.changed_at >= categories.changed_at AND excluded.category <> categories.category`,
    `UPDATE funnel_members SET stage = n.stage, phase = n.phase, category = n.category, due_at = n.due_at, round = n.round,
            holds = n.holds, campaign_id = n.campaign_id, slot_at = n.slot_at, settled_at = n.settled_at,
            revision = n.revision + 1, cause = n.cause, changed_at = n.at
       FROM (SELECT m.contact_id, m.revision, ${value("stage")} AS stage, ${value("phase")} AS phase,
                    ${value("category")} AS category, ${value("dueAt")} AS due_at, ${value("round")} AS round,
                    ${value("holds")} AS holds, ${value("campaignId")} AS campaign_id, ${value("slotAt")} AS slot_at,
                    ${value("settledAt")} AS settled_at, ${value("cause")} AS cause, ${value("at")} AS at
               FROM ${from}) n
      WHERE funnel_members.funnel_id = ?2 AND funnel_members.contact_id = n.contact_id
        AND funnel_members.revision = n.revision`,
  ];
  return statements.map((statement) => d1.prepare(statement).bind(...bound));
}

function value(name: string): string {
  return `j.value->>'${name}'`;
}

/** When to look at people again who have not moved. */
export function writeLooks(
  d1: D1Database,
  funnelId: string,
  looks: readonly { readonly member: Member; readonly at: number }[],
): D1PreparedStatement[] {
  if (looks.length === 0) return [];
  const rows = looks.map(({ member: { contactId, revision }, at }) => ({ contactId, revision, at }));
  return [
    d1
      .prepare(
        `UPDATE funnel_members SET due_at = n.at
           FROM (SELECT j.value->>'contactId' AS id, j.value->>'revision' AS revision, j.value->>'at' AS at
                   FROM json_each(?1) j) n
          WHERE funnel_members.funnel_id = ?2 AND funnel_members.contact_id = n.id
            AND funnel_members.revision = n.revision AND funnel_members.phase = 'asked'`,
      )
      .bind(JSON.stringify(rows), funnelId),
  ];
}
