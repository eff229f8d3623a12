// A TwiML answer that did not reach Twilio in 15 seconds never runs, and nobody retries it (Twilio, "Webhooks").
// Replies without a word from the carrier are looked up; what it never saw is sent by REST, under the same id.
import { idFloor } from "#core/id";
import type { Outgoing } from "#core/contact/memory";
import type { OutcomeRecord } from "#core/record";
import { STATUS_RANK } from "#core/status";
import { describeError } from "../log.ts";
import type { Services } from "../services.ts";
import { LookUpRefused } from "../twilio/client.ts";
import { findSent } from "./find-sent.ts";

/** The first callback comes within seconds; two minutes are a sure sign. */
const SILENT_MS = 120_000;
/** After a day the conversation has moved on, or nobody waits any more. */
const GIVEN_UP_MS = 24 * 3_600_000;
/** Each is a look-up at the carrier; a sweep comes every five minutes. */
const LOOKED_UP_MAX = 50;
/** The carrier is away, or our credentials are wrong: every look-up would take its time to say so. */
const FAILURES_MAX = 5;

interface Row {
  readonly id: string;
  readonly addressId: string;
  readonly to: string;
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
  /** Its run went on, or was over, without it. */
  readonly isPassed: 0 | 1;
}

/** What a sweep did with each reply it found. */
export interface Swept {
  readonly seen: number;
  readonly resent: number;
  readonly passed: number;
  readonly failed: number;
}

/** One reply that cannot be looked up stops no other; a carrier that is away stops the sweep. */
export async function sweepUnseenReplies(services: Services): Promise<Swept> {
  const now = services.clock.now();
  const { results } = await services.d1
    .prepare(
      `SELECT m.id, m.address_id AS addressId, a.value AS "to", m.kind, m.channel, m.line_id AS lineId, m.run_id AS runId,
              m.turn, m.node, m.body, m.media, l.config->>'sender' AS sender, m.at,
              coalesce(r.turn > m.turn OR r.finished_at > m.at, 0) AS isPassed
         FROM messages m JOIN addresses a ON a.id = m.address_id LEFT JOIN lines l ON l.id = m.line_id
              LEFT JOIN runs r ON r.id = m.run_id
        WHERE m.id >= ? AND m.id < ? AND m.rank = ? AND m.via = 'twiml' AND m.sid IS NULL AND a.value IS NOT NULL
        ORDER BY m.id LIMIT ?`,
    )
    .bind(idFloor(now - GIVEN_UP_MS), idFloor(now - SILENT_MS), STATUS_RANK["handed-over"], LOOKED_UP_MAX)
    .all<Row>();
  const swept = { seen: 0, resent: 0, passed: 0, failed: 0 };
  const taken = new Set<string>();
  let failuresInARow = 0;
  for (const row of results) {
    if (failuresInARow === FAILURES_MAX) break;
    try {
      swept[await lookUp(services, row, taken, now)] += 1;
      failuresInARow = 0;
    } catch (error) {
      // Nothing is sent on a guess: the next sweep tries again.
      services.log.error("reply-not-looked-up", { messageId: row.id, error: describeError(error) });
      swept.failed += 1;
      failuresInARow += 1;
    }
  }
  return swept;
}

async function lookUp(
  services: Services,
  row: Row,
  taken: Set<string>,
  now: number,
): Promise<"seen" | "resent" | "passed" | "failed"> {
  const { id: messageId, addressId, channel, to, body: text, at: since } = row;
  let sid: string | null;
  try {
    sid = await findSent(services, { messageId, addressId, channel, to, text, since }, taken);
  } catch (error) {
    if (!(error instanceof LookUpRefused)) throw error;
    // Nobody will ever know: staff see that, and the sweep does not come back to it.
    services.log.warn("look-up-refused", { messageId, error: error.message });
    await services.records.send(outcome(row, "unknown", null, now));
    return "failed";
  }
  if (sid !== null) {
    taken.add(sid);
    await services.records.send(outcome(row, "accepted", sid, now));
    return "seen";
  }
  const hasPassed = row.isPassed === 1 || (await resend(services, row, now)) === "passed";
  services.log.warn("reply-never-seen", { messageId, hasPassed });
  if (!hasPassed) return "resent";
  await services.records.send(outcome(row, "canceled", null, now));
  return "passed";
}

function resend(services: Services, row: Row, now: number): Promise<"waiting" | "passed"> {
  const kind = row.channel === "whatsapp" && !row.to.startsWith("+") ? "whatsapp-user" : "phone";
  return services
    .contact(row.addressId)
    .resend({ address: { kind, value: row.to }, message: toOutgoing(row), now });
}

function outcome(
  row: Row,
  status: "accepted" | "canceled" | "unknown",
  sid: string | null,
  at: number,
): OutcomeRecord {
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
    kind: row.kind === "opt-out" || row.kind === "consent" || row.kind === "unmatched" ? row.kind : "flow",
    via: "rest",
    bound: false,
    text: row.body,
    media: JSON.parse(row.media) as string[],
    options: [],
    content: null,
    at: row.at,
  };
}
