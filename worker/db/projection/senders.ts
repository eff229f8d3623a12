// What Senders write down: where their campaigns stand, what an operator should see to, when they want to be woken. The last two
// Helplines do as well.
import type { AlarmRecord, CampaignRecord, TimerRecord } from "#core/record";
import type { Prepare } from "./prepare.ts";

export interface SenderNews {
  readonly campaigns: readonly CampaignRecord[];
  readonly alarms: readonly AlarmRecord[];
  readonly timers: readonly TimerRecord[];
}

export function projectSenders({ campaigns, alarms, timers }: SenderNews, prepare: Prepare) {
  return [
    ...prepare(
      `UPDATE campaigns SET state = n.state, state_seq = n.seq, state_at = n.at, state_by = n.actor, state_reason = n.reason
         FROM (SELECT j.value->>'campaignId' AS id, j.value->>'state' AS state, max(j.value->>'seq') AS seq,
                      j.value->>'at' AS at, j.value->>'actor' AS actor, j.value->>'reason' AS reason
                 FROM json_each(?1) j GROUP BY 1) n
        WHERE campaigns.id = n.id AND n.seq > campaigns.state_seq`,
      campaigns,
    ),
    ...prepare(
      `INSERT INTO campaign_history (campaign_id, seq, state, at, actor, reason)
       SELECT j.value->>'campaignId', j.value->>'seq', j.value->>'state', j.value->>'at', j.value->>'actor', j.value->>'reason'
         FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
      campaigns,
    ),
    ...prepare(
      `INSERT INTO alarms (id, kind, subject, text, at)
       SELECT j.value->>'id', j.value->>'alarm', j.value->>'subject', j.value->>'text', j.value->>'at'
         FROM json_each(?1) j WHERE true ON CONFLICT DO NOTHING`,
      alarms,
    ),
    ...prepare(
      `INSERT INTO timers (object, id, due_at, changed_at)
       SELECT j.value->>'object', j.value->>'id', j.value->>'dueAt', j.value->>'at' FROM json_each(?1) j WHERE true
       ON CONFLICT (object, id) DO UPDATE SET due_at = excluded.due_at, changed_at = excluded.changed_at
       WHERE excluded.changed_at >= timers.changed_at`,
      timers,
    ),
  ];
}
