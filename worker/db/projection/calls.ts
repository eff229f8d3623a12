// Calls into tables: where each stands, what was left on the machine, and whose telephone is not rung for a while.
import type { CallRecord, QuarantineRecord, VoicemailRecord } from "#core/helpline/call";
import { NOT_ERASED } from "./people.ts";
import type { Prepare } from "./prepare.ts";

export interface CallNews {
  readonly calls: readonly CallRecord[];
  readonly voicemails: readonly VoicemailRecord[];
  readonly quarantines: readonly QuarantineRecord[];
}

export function projectCalls({ calls, quarantines }: CallNews, prepare: Prepare): D1PreparedStatement[] {
  return [
    ...projectCallers(calls, prepare),
    ...prepare(
      `UPDATE volunteers SET quarantined_until = n.until, quarantine_reason = n.reason
         FROM (SELECT j.value->>'volunteerId' AS id, j.value->>'addressId' AS address_id,
                      max(j.value->>'until') AS until, j.value->>'reason' AS reason
                 FROM json_each(?1) j JOIN volunteers v ON v.id = j.value->>'volunteerId'
                -- What staff lifted does not come back with a record that comes again.
                WHERE j.value->>'at' > coalesce(v.quarantine_lifted_at, 0) GROUP BY 1, 2) n
        WHERE volunteers.id = n.id AND volunteers.address_id = n.address_id
          AND n.until > coalesce(volunteers.quarantined_until, 0)`,
      quarantines,
    ),
  ];
}

/** A caller is a person with an address, as a texter is; who withholds their number is nobody. */
function projectCallers(calls: readonly CallRecord[], prepare: Prepare): D1PreparedStatement[] {
  const callers = calls.flatMap(({ addressId, address, startedAt: at }) =>
    addressId === null || address.kind === "nobody" ? [] : [{ addressId, at, ...address }],
  );
  return [
    ...prepare(
      `INSERT INTO contacts (id, created_at)
       SELECT j.value->>'addressId', j.value->>'at' FROM json_each(?1) j
        WHERE NOT EXISTS (SELECT 1 FROM addresses a WHERE a.id = j.value->>'addressId')
       ON CONFLICT (id) DO NOTHING`,
      callers,
    ),
    // When they want to be woken is not for a call to say: whatever a turn says of it is newer.
    ...prepare(
      `INSERT INTO addresses (id, contact_id, kind, value, due_changed_at)
       SELECT j.value->>'addressId', j.value->>'addressId', j.value->>'kind', j.value->>'value', 0
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, value = excluded.value WHERE addresses.value IS NULL`,
      callers,
    ),
  ];
}
