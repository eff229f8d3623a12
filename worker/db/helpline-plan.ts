// All that a call needs to know about its group, in one query: somebody is on the line meanwhile.
import type { HelplineConfig } from "#core/helpline/helpline";
import type { CallPlan, PlannedVolunteer } from "#core/helpline/plan";
import { datesAround } from "#core/rota/occurrences";
import type { Override, Shift } from "#core/rota/rota";

/** How long a call may last: who is on when it ends is in its plan too. */
const CALL_MS_MAX = 86_400_000;

/** Bodies are JSON already: they are joined, not parsed and written again. */
const PLAN = `
  SELECT h.id, h.config,
    (SELECT '[' || coalesce(group_concat(s.body, ','), '') || ']' FROM shifts s
      WHERE s.helpline_id = h.id AND coalesce(s.body->>'validFrom', ?3) <= ?4 AND coalesce(s.body->>'validUntil', ?3) >= ?3) AS shifts,
    (SELECT '[' || coalesce(group_concat(o.body, ','), '') || ']' FROM overrides o
      WHERE o.helpline_id = h.id AND o.date BETWEEN ?3 AND ?4) AS overrides,
    (SELECT json_group_array(json_object(
              'id', v.id, 'name', v.config->>'name', 'phone', v.config->>'phone', 'addressId', v.address_id,
              'language', v.config->>'language', 'isActive', json(iif(v.config->>'isActive', 'true', 'false')),
              'quarantinedUntil', v.quarantined_until))
       FROM memberships m JOIN volunteers v ON v.id = m.volunteer_id
      WHERE m.helpline_id = h.id AND v.removed_at IS NULL) AS volunteers,
    EXISTS (SELECT 1 FROM blocks b WHERE b.helpline_id = h.id AND b.address_id = ?2) AS isBlocked,
    EXISTS (SELECT 1 FROM volunteers v WHERE v.address_id = ?2 AND v.removed_at IS NULL) AS isVolunteer
  FROM helplines h WHERE h.archived_at IS NULL AND`;

interface PlanRow {
  readonly id: string;
  readonly config: string;
  readonly shifts: string;
  readonly overrides: string;
  readonly volunteers: string;
  readonly isBlocked: number;
  readonly isVolunteer: number;
}

/** The plan of a call to `number` (E.164); `callerAddressId` is null for who withholds theirs. Null for a number no group has. */
export async function readHelplinePlan(
  d1: D1Database,
  {
    number,
    callerAddressId,
    now,
  }: { readonly number: string; readonly callerAddressId: string | null; readonly now: number },
): Promise<CallPlan | null> {
  return readPlan(d1, "h.number = ?1", number, callerAddressId, now);
}

/** The plan of a group at an instant, as for a caller whom nobody blocks. Null where there is none, or it is archived. */
export async function readPlanOf(d1: D1Database, helplineId: string, now: number): Promise<CallPlan | null> {
  return readPlan(d1, "h.id = ?1", helplineId, null, now);
}

async function readPlan(
  d1: D1Database,
  which: string,
  key: string,
  callerAddressId: string | null,
  now: number,
): Promise<CallPlan | null> {
  const { first, last } = datesAround(now, now + CALL_MS_MAX);
  const row = await d1.prepare(`${PLAN} ${which}`).bind(key, callerAddressId, first, last).first<PlanRow>();
  return row === null ? null : toPlan(row);
}

function toPlan(row: PlanRow): CallPlan {
  const config = JSON.parse(row.config) as HelplineConfig;
  return {
    helplineId: row.id,
    config,
    rota: {
      zone: config.zone,
      shifts: JSON.parse(row.shifts) as Shift[],
      overrides: JSON.parse(row.overrides) as Override[],
      holidays: config.holidays,
    },
    volunteers: JSON.parse(row.volunteers) as PlannedVolunteer[],
    isBlocked: row.isBlocked === 1,
    isVolunteer: row.isVolunteer === 1,
  };
}
