// Calls into tables: where each stands, what was left on the machine, and whose telephone is not rung for a while.
import type { CallRecord, QuarantineRecord, VoicemailRecord } from "#core/helpline/call";
import { NOT_ERASED } from "./people.ts";
import type { Prepare } from "./prepare.ts";

export interface CallNews {
  readonly calls: readonly CallRecord[];
  readonly voicemails: readonly VoicemailRecord[];
  readonly quarantines: readonly QuarantineRecord[];
}

/** When the caller was last erased, if that was not before this call. */
const ERASED = `(
  SELECT a.erased_at FROM addresses a WHERE a.id = j.value->>'addressId' AND a.erased_at >= j.value->>'calledAt')`;

export function projectCalls(
  { calls, voicemails, quarantines }: CallNews,
  prepare: Prepare,
): D1PreparedStatement[] {
  return [
    ...projectCallers(calls, prepare),
    ...prepare(
      `INSERT INTO calls (id, helpline_id, address_id, number, seq, state, language, trace, answered_by, started_at,
                          answered_at, ended_at, outcome)
       SELECT j.value->>'id', j.value->>'helplineId', j.value->>'addressId', j.value->>'number', j.value->>'seq',
              j.value->>'state', j.value->>'language', j.value->'trace', j.value->>'answeredBy', j.value->>'startedAt',
              j.value->>'answeredAt', j.value->>'endedAt', j.value->>'outcome'
         FROM json_each(?1) j WHERE true
       ON CONFLICT (id) DO UPDATE SET
         seq = excluded.seq, state = excluded.state, language = excluded.language, trace = excluded.trace,
         answered_by = excluded.answered_by, answered_at = excluded.answered_at, ended_at = excluded.ended_at,
         outcome = excluded.outcome
       WHERE excluded.seq > calls.seq`,
      calls,
    ),
    ...prepare(
      `INSERT INTO voicemails (id, call_id, sid, helpline_id, address_id, seq, language, called_at, recorded_at,
                               recording_sid, seconds, scribe, ready_at, transcript, transcript_by, transcript_at,
                               due_at, deleted_at)
       SELECT j.value->>'id', j.value->>'callId', j.value->>'sid', j.value->>'helplineId', j.value->>'addressId',
              j.value->>'seq', j.value->>'language', j.value->>'calledAt', j.value->>'recordedAt',
              j.value->>'recordingSid', j.value->>'seconds', j.value->>'scribe', j.value->>'readyAt',
              CASE WHEN ${ERASED} IS NULL THEN j.value->>'$.transcript.text' END, j.value->>'$.transcript.by',
              j.value->>'$.transcript.at', j.value->>'at', ${ERASED}
         FROM json_each(?1) j WHERE true
       ON CONFLICT (id) DO UPDATE SET
         seq = excluded.seq, language = excluded.language, recorded_at = excluded.recorded_at,
         recording_sid = excluded.recording_sid, seconds = excluded.seconds, scribe = excluded.scribe,
         ready_at = excluded.ready_at,
         transcript = CASE WHEN voicemails.deleted_at IS NULL THEN excluded.transcript END,
         transcript_by = excluded.transcript_by, transcript_at = excluded.transcript_at,
         -- Somebody looks what is to be done about it now.
         due_at = excluded.due_at, tries = 0
       WHERE excluded.seq > voicemails.seq`,
      voicemails,
    ),
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
