// Turns into runs, messages and notices. A run's position is the later turn's; its answers and visits add up in any order.
import type { TurnRecord } from "#core/record";
import { rankOf } from "#core/status";
import { NOT_ERASED } from "./people.ts";
import type { Prepare } from "./prepare.ts";

/** Of two snapshots the later turn's; ties are the same snapshot. */
const later = (column: string) =>
  `${column} = CASE WHEN excluded.turn >= runs.turn THEN excluded.${column} ELSE runs.${column} END`;

export function projectConversations(turns: readonly TurnRecord[], prepare: Prepare): D1PreparedStatement[] {
  const runs = turns.flatMap(({ addressId, lineId, at, runs }) =>
    runs.map((run) => ({ addressId, lineId, at, ...run })),
  );
  const messages = turns.flatMap(({ addressId, lineId, messages }) =>
    messages.map((message) => ({ addressId, lineId, rank: rankOf(message.status), ...message })),
  );
  const notices = turns.flatMap(({ addressId, lineId, notices }) =>
    notices.map((notice) => ({ addressId, lineId, ...notice })),
  );
  return [
    ...prepare(
      `INSERT INTO runs (id, flow_id, version_id, address_id, line_id, source, phase, node, turn, language, disposition,
                         answers, variants, visits, started_at, heard_at, finished_at)
       SELECT j.value->>'id', j.value->>'flowId', j.value->>'versionId', j.value->>'addressId', j.value->>'lineId',
              j.value->>'source', j.value->>'phase', j.value->>'node', j.value->>'turn', j.value->>'language',
              j.value->>'disposition', j.value->'answers', j.value->'variants', j.value->'visits',
              j.value->>'startedAt', j.value->>'heardAt', j.value->>'finishedAt'
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (id) DO UPDATE SET
         ${["phase", "node", "language", "disposition", "heard_at", "finished_at"].map(later).join(", ")},
         answers = (SELECT coalesce(json_group_object(key, json(value)), '{}') FROM (
           SELECT key, value, max(turn) FROM (
             SELECT key, value, value->>'turn' AS turn FROM json_each(runs.answers)
             UNION ALL SELECT key, value, value->>'turn' FROM json_each(excluded.answers)) GROUP BY key)),
         variants = json_patch(runs.variants, excluded.variants),
         visits = json_patch(runs.visits, excluded.visits),
         turn = max(runs.turn, excluded.turn)`,
      runs,
    ),
    ...prepare(
      `INSERT INTO messages (id, address_id, line_id, run_id, turn, node, direction, channel, kind, via, body, media,
                             location, status, rank, sid, receipts, at)
       SELECT j.value->>'id', j.value->>'addressId', j.value->>'lineId', j.value->>'runId', j.value->>'turn',
              j.value->>'node', j.value->>'direction', j.value->>'channel', j.value->>'kind', j.value->>'via',
              j.value->>'text', j.value->'media', j.value->'location', j.value->>'status', j.value->>'rank',
              j.value->>'sid', '[]', j.value->>'at'
         FROM json_each(?1) j WHERE ${NOT_ERASED}
       ON CONFLICT (id) DO UPDATE SET
         line_id = excluded.line_id, run_id = excluded.run_id, turn = excluded.turn, node = excluded.node,
         direction = excluded.direction, channel = excluded.channel, kind = excluded.kind, via = excluded.via,
         body = excluded.body, media = excluded.media, location = excluded.location, at = excluded.at,
         status = CASE WHEN excluded.rank > messages.rank THEN excluded.status ELSE messages.status END,
         rank = max(messages.rank, excluded.rank)
       WHERE messages.kind = ''`,
      messages,
    ),
    ...prepare(
      `INSERT INTO notices (id, kind, text, address_id, line_id, run_id, node, at)
       SELECT j.value->>'id', j.value->>'kind', j.value->>'text', j.value->>'addressId', j.value->>'lineId',
              j.value->>'runId', j.value->>'node', j.value->>'at'
         FROM json_each(?1) j WHERE ${NOT_ERASED} ON CONFLICT DO NOTHING`,
      notices,
    ),
  ];
}
