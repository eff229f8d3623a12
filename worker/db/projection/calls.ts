// Calls into tables: where each stands, what was left on the machine, and whose telephone is not rung for a while.
import type { CallRecord, QuarantineRecord, VoicemailRecord } from "#core/helpline/call";
import type { Prepare } from "./prepare.ts";

export interface CallNews {
  readonly calls: readonly CallRecord[];
  readonly voicemails: readonly VoicemailRecord[];
  readonly quarantines: readonly QuarantineRecord[];
}

export function projectCalls({ quarantines }: CallNews, prepare: Prepare): D1PreparedStatement[] {
  return [
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
