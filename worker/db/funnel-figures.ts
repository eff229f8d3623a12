// Counting a funnel: where people stand, how they moved, day by day, and who will be due.
import type { MoveCount } from "#core/funnel/figures";
import type { Cause, Phase } from "#core/funnel/member";

export interface StandingCount {
  readonly stage: string;
  readonly phase: Phase;
  readonly category: string | null;
  readonly count: number;
  /** Of these, new and waiting ones whose date has come. */
  readonly due: number;
}

export async function countMembers(d1: D1Database, funnelId: string, now: number): Promise<StandingCount[]> {
  const { results } = await d1
    .prepare(
      `SELECT stage, phase, category, count(*) AS count, sum(phase IN ('new', 'waiting') AND due_at <= ?2) AS due
         FROM funnel_members WHERE funnel_id = ?1 GROUP BY stage, phase, category ORDER BY stage, phase, category`,
    )
    .bind(funnelId, now)
    .all<StandingCount>();
  return results;
}

/** Who is still in it, by stage. */
export async function countPeopleAt(
  d1: D1Database,
  funnelId: string,
): Promise<readonly { readonly stage: string; readonly count: number }[]> {
  const { results } = await d1
    .prepare(
      "SELECT stage, count(*) AS count FROM funnel_members WHERE funnel_id = ? AND phase <> 'out' GROUP BY stage",
    )
    .bind(funnelId)
    .all<{ stage: string; count: number }>();
  return results;
}

export interface Span {
  /** Epoch milliseconds; from and up to. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const IN_SPAN = "funnel_id = ?1 AND at >= ?2 AND at < ?3";
const bounds = ({ from = 0, to = Number.MAX_SAFE_INTEGER }: Span) => [from, to];

/** What began stages, and what ended them: an answer that left the conversation going on is no end. */
export async function countMoves(d1: D1Database, funnelId: string, span: Span): Promise<MoveCount[]> {
  const { results } = await d1
    .prepare(
      `SELECT from_stage AS stage, cause, count(*) AS count FROM funnel_moves
        WHERE ${IN_SPAN} AND (cause = 'begun' OR (from_phase = 'asked' AND phase <> 'asked')) GROUP BY from_stage, cause`,
    )
    .bind(funnelId, ...bounds(span))
    .all<MoveCount>();
  return results;
}

export interface DayCount {
  readonly day: string;
  readonly cause: Cause;
  readonly stage: string;
  readonly category: string | null;
  readonly count: number;
}

/** How many moved, by date on the funnel's calendar, cause, the stage they were at, and the category they came to. */
export async function countDays(d1: D1Database, funnelId: string, span: Span): Promise<DayCount[]> {
  const { results } = await d1
    .prepare(
      `SELECT day, cause, coalesce(from_stage, stage) AS stage, category, count(*) AS count FROM funnel_moves
        WHERE ${IN_SPAN} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
    )
    .bind(funnelId, ...bounds(span))
    .all<DayCount>();
  return results;
}

/** How many will be due at each of these instants if nobody joins or leaves. */
export async function countDueBy(
  d1: D1Database,
  funnelId: string,
  instants: readonly number[],
): Promise<readonly number[]> {
  const { results } = await d1
    .prepare(
      `SELECT (SELECT count(*) FROM funnel_members m
                WHERE m.funnel_id = ?1 AND m.phase IN ('new', 'waiting') AND m.due_at <= j.value) AS due
         FROM json_each(?2) j ORDER BY j.key`,
    )
    .bind(funnelId, JSON.stringify(instants))
    .all<{ due: number }>();
  return results.map(({ due }) => due);
}
