// A TwiML answer that did not reach Twilio in 15 seconds never runs, and nobody retries it (Twilio, "Webhooks").
// Replies without a word from the carrier are looked up; what it never saw is sent by REST, under the same id.
import { idFloor } from "#core/id";
import type { Outgoing } from "#core/contact/memory";
import type { OutcomeRecord } from "#core/record";
import { STATUS_RANK } from "#core/status";
import type { Services } from "../services.ts";

/** The first callback comes within seconds; two minutes are a sure sign. */
const SILENT_MS = 120_000;
/** After a day the conversation has moved on, or nobody waits any more. */
const GIVEN_UP_MS = 24 * 3_600_000;
/** Each is a look-up at the carrier; a sweep comes every five minutes. */
const LOOKED_UP_MAX = 50;

interface Row {
  readonly id: string;
  readonly addressId: string;
  readonly to: string | null;
  readonly kind: string;
  readonly channel: string;
  readonly lineId: string | null;
  readonly runId: string | null;
  readonly turn: number | null;
  readonly node: string | null;
  readonly body: string;
  readonly media: string;
  readonly sender: string | null;
  readonly at: number;
}

export async function sweepUnseenReplies(services: Services): Promise<void> {
  const now = services.clock.now();
  const { results } = await services.d1
    .prepare(
      `SELECT m.id, m.address_id AS addressId, a.value AS "to", m.kind, m.channel, m.line_id AS lineId, m.run_id AS runId,
              m.turn, m.node, m.body, m.media, l.config->>'sender' AS sender, m.at
         FROM messages m JOIN addresses a ON a.id = m.address_id LEFT JOIN lines l ON l.id = m.line_id
        WHERE m.id >= ? AND m.id < ? AND m.rank = ? AND m.via = 'twiml' AND m.sid IS NULL LIMIT ?`,
    )
    .bind(idFloor(now - GIVEN_UP_MS), idFloor(now - SILENT_MS), STATUS_RANK["handed-over"], LOOKED_UP_MAX)
    .all<Row>();
  for (const row of results) await lookUp(services, row, now);
}

async function lookUp(services: Services, row: Row, now: number): Promise<void> {
  if (row.to === null) return;
  const to = (row.channel === "whatsapp" ? "whatsapp:" : "") + row.to;
  // A look-up that fails throws: nothing is sent on a guess, and the next sweep tries again.
  const found = await services.twilio.find({ to, since: row.at - 60_000 });
  const match = found.find(({ body, direction }) => direction.startsWith("outbound") && body === row.body);
  if (match !== undefined) {
    await services.records.send(outcome(row, "accepted", match.sid, now));
    return;
  }
  const address = row.channel === "whatsapp" && !row.to.startsWith("+") ? "whatsapp-user" : "phone";
  const sent = await services
    .contact(row.addressId)
    .resend({ address: { kind: address, value: row.to }, message: toOutgoing(row), now });
  services.log.warn("reply-never-seen", { messageId: row.id, outcome: sent });
  if (sent === "passed") await services.records.send(outcome(row, "canceled", null, now));
}

function outcome(row: Row, status: "accepted" | "canceled", sid: string | null, at: number): OutcomeRecord {
  const isMatchedBySid = row.sender === "whatsapp-sandbox";
  return {
    kind: "outcome",
    messageId: row.id,
    addressId: row.addressId,
    status,
    sid,
    isMatchedBySid,
    errorCode: null,
    at,
  };
}

function toOutgoing(row: Row): Outgoing {
  return {
    id: row.id,
    lineId: row.lineId ?? "",
    runId: row.runId,
    turn: row.turn,
    node: row.node,
    kind: row.kind === "consent" || row.kind === "unmatched" ? row.kind : "flow",
    via: "rest",
    bound: false,
    text: row.body,
    media: JSON.parse(row.media) as string[],
    options: [],
    content: null,
    at: row.at,
  };
}
