// What became of messages: statuses only climb, receipts add up, and news that comes before its message waits in its place.
import type { OutcomeRecord, ReceiptRecord } from "#core/record";
import { parseStatus, rankOf } from "#core/status";
import { NOT_ERASED } from "./people.ts";
import type { Prepare } from "./prepare.ts";

/** A status we do not know ranks below every one we do: it is kept as a receipt and changes nothing else. */
const UNKNOWN_RANK = -1;

export type Receipt = ReceiptRecord & { readonly messageId: string; readonly addressId: string };

export function hasMessage(record: ReceiptRecord): record is Receipt {
  return record.messageId !== null && record.addressId !== null;
}

export function projectStatuses(
  outcomes: readonly OutcomeRecord[],
  receipts: readonly Receipt[],
  prepare: Prepare,
): D1PreparedStatement[] {
  const news = [
    ...outcomes.map(({ messageId, addressId, status, sid, errorCode, reason = null, at, recipient }) => ({
      messageId,
      addressId,
      status,
      rank: rankOf(status),
      sid,
      errorCode,
      reason,
      at,
      receipts: [],
      recipient,
    })),
    ...receipts.map(({ messageId, addressId, status: word, sid, errorCode, at }) => {
      const status = parseStatus(word);
      const rank = status === null ? UNKNOWN_RANK : rankOf(status);
      return {
        messageId,
        addressId,
        status: word,
        rank,
        sid,
        errorCode,
        reason: null,
        at,
        receipts: [{ status: word, errorCode, at }],
        recipient: undefined,
      };
    }),
  ];
  const bySid = outcomes.filter(({ isMatchedBySid, sid }) => isMatchedBySid && sid !== null);
  // A receipt counts once per status: a doubled callback writes nothing.
  const isKnown = `(excluded.receipts = '[]' OR EXISTS (
    SELECT 1 FROM json_each(messages.receipts) r WHERE r.value->>'status' = excluded.receipts->0->>'status'))`;
  return [
    ...prepare(
      `INSERT INTO messages (id, address_id, direction, channel, kind, body, media, status, rank, error_code, reason, sid,
                             receipts, at)
       SELECT j.value->>'messageId', j.value->>'addressId', 'out', '', '', '', '[]', j.value->>'status', j.value->>'rank',
              j.value->>'errorCode', j.value->>'reason', j.value->>'sid', j.value->'receipts', j.value->>'at'
         FROM json_each(?1) j WHERE true
       ON CONFLICT (id) DO UPDATE SET
         status = CASE WHEN excluded.rank > messages.rank THEN excluded.status ELSE messages.status END,
         error_code = CASE WHEN excluded.rank > messages.rank THEN excluded.error_code ELSE messages.error_code END,
         reason = CASE WHEN excluded.rank > messages.rank THEN excluded.reason ELSE messages.reason END,
         rank = max(messages.rank, excluded.rank),
         sid = coalesce(messages.sid, excluded.sid),
         receipts = CASE WHEN ${isKnown} THEN messages.receipts
                         ELSE json_insert(messages.receipts, '$[#]', json(excluded.receipts->0)) END
       WHERE excluded.rank > messages.rank OR NOT ${isKnown} OR (messages.sid IS NULL AND excluded.sid IS NOT NULL)`,
      news.filter(({ recipient }) => recipient === undefined),
    ),
    // A recipient's row was planned before anybody knew what it would say: whatever has come since, this fills it in.
    ...prepare(
      `UPDATE messages SET
         status = CASE WHEN n.rank > messages.rank THEN n.status ELSE messages.status END,
         error_code = CASE WHEN n.rank > messages.rank THEN n.error_code ELSE messages.error_code END,
         rank = max(messages.rank, n.rank), sid = coalesce(messages.sid, n.sid), via = 'rest',
         body = n.body, media = n.media, run_id = n.run_id, turn = n.turn, node = n.node, at = n.at,
         segments = n.segments, cost_micros = n.cost_micros, reason = n.reason
         FROM (SELECT j.value->>'messageId' AS id, j.value->>'status' AS status, max(j.value->>'rank') AS rank,
                      j.value->>'errorCode' AS error_code, j.value->>'sid' AS sid, j.value->>'at' AS at,
                      CASE WHEN ${NOT_ERASED} THEN j.value->>'$.recipient.text' ELSE '' END AS body,
                      CASE WHEN ${NOT_ERASED} THEN j.value->'$.recipient.media' ELSE '[]' END AS media,
                      j.value->>'$.recipient.runId' AS run_id, j.value->>'$.recipient.turn' AS turn,
                      j.value->>'$.recipient.node' AS node, j.value->>'$.recipient.segments' AS segments,
                      j.value->>'$.recipient.costMicros' AS cost_micros, j.value->>'$.recipient.reason' AS reason
                 FROM json_each(?1) j GROUP BY 1) n
        WHERE messages.id = n.id AND (messages.body = '' OR n.rank > messages.rank)`,
      news.filter(({ recipient }) => recipient !== undefined),
    ),
    ...prepare(
      `INSERT INTO sids (sid, message_id) SELECT j.value->>'sid', j.value->>'messageId' FROM json_each(?1) j WHERE true
       ON CONFLICT DO NOTHING`,
      bySid,
    ),
  ];
}

/** Receipts that carry no id of ours are kept until their message is known by its SID. */
export function keepStrayReceipts(
  receipts: readonly ReceiptRecord[],
  prepare: Prepare,
): D1PreparedStatement[] {
  return prepare(
    `INSERT INTO stray_receipts (sid, status, error_code, at)
     SELECT j.value->>'sid', j.value->>'status', j.value->>'errorCode', j.value->>'at' FROM json_each(?1) j WHERE true
     ON CONFLICT DO NOTHING`,
    receipts,
  );
}

/** Kept receipts whose message is known by now, as receipts with its id. */
export async function findStrayReceipts(d1: D1Database): Promise<readonly Receipt[]> {
  const { results } = await d1
    .prepare(
      `SELECT r.sid, r.status, r.error_code AS errorCode, r.at, s.message_id AS messageId, m.address_id AS addressId
         FROM stray_receipts r JOIN sids s ON s.sid = r.sid JOIN messages m ON m.id = s.message_id LIMIT 500`,
    )
    .all<Omit<Receipt, "kind">>();
  return results.map((row) => ({ kind: "receipt", ...row }));
}
