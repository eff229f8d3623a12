// Conversations that wait for a person on the staff: one per person and line, whatever it was that came to wait.
import { idFloor } from "#core/id";

export interface InboxRow {
  readonly addressId: string;
  readonly lineId: string;
  readonly addressKind: string | null;
  readonly address: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  /** Since when somebody waits for an answer, epoch milliseconds; null where the last word is ours. */
  readonly since: number | null;
  /** Kinds of what waits, and what the newest says. */
  readonly kinds: string;
  readonly about: string | null;
  /** The conversation that the staff have taken. */
  readonly runId: string | null;
  readonly words: string | null;
  readonly heardAt: number | null;
  readonly assignee: string | null;
  readonly place: number;
}

/** Where a page goes on: the place and the key of the last row before. */
export type InboxKey = readonly [place: number, key: string];

export interface InboxFilter {
  /** An actor's id; null for nobody's. */
  readonly assignee?: string | null | undefined;
  readonly after?: InboxKey | undefined;
}

/** No conversation waits longer: older rows that are not finished lost their last record. */
const OPEN_MAX_MS = 366 * 24 * 3_600_000;

const HEARD = `FROM messages m WHERE m.address_id = k.address_id AND m.line_id = k.line_id AND m.direction = 'in' AND m.kind <> ''
                ORDER BY m.id DESC LIMIT 1`;
const OPEN = "FROM notices INDEXED BY notices_open WHERE done_at IS NULL";

/** Who waits longest comes first, then those who were answered last. */
const LIST = `
  WITH waiting AS (
    SELECT address_id, line_id, min(CASE WHEN kind <> 'doubtful' THEN at END) AS since, json_group_array(DISTINCT kind) AS kinds, max(id) AS newest
      ${OPEN} AND address_id IS NOT NULL AND line_id IS NOT NULL GROUP BY 1, 2),
  held AS (
    SELECT address_id, line_id, max(id) AS run_id FROM runs INDEXED BY runs_with_person
     WHERE phase = 'with-person' AND id >= ?1 GROUP BY 1, 2),
  k AS (SELECT address_id, line_id FROM waiting UNION SELECT address_id, line_id FROM held),
  shown AS (
    SELECT k.address_id AS addressId, k.line_id AS lineId, a.kind AS addressKind, a.value AS address,
           a.contact_id AS contactId, c.name AS contactName, w.since, coalesce(w.kinds, '[]') AS kinds,
           (SELECT text FROM notices n WHERE n.id = w.newest) AS about, h.run_id AS runId,
           (SELECT CASE WHEN body = '' AND media <> '[]' THEN NULL ELSE body END ${HEARD}) AS words,
           (SELECT at ${HEARD}) AS heardAt, s.assignee
      FROM k LEFT JOIN waiting w USING (address_id, line_id) LEFT JOIN held h USING (address_id, line_id)
      LEFT JOIN assignments s USING (address_id, line_id)
      LEFT JOIN addresses a ON a.id = k.address_id LEFT JOIN contacts c ON c.id = a.contact_id),
  placed AS (SELECT *, coalesce(since, ${Number.MAX_SAFE_INTEGER} - coalesce(heardAt, 0)) AS place FROM shown)
  SELECT * FROM placed
   WHERE (place, addressId || lineId) > (?2, ?3) AND (?4 IS NULL OR coalesce(assignee, '') = ?4)
   ORDER BY place, addressId || lineId LIMIT ?5`;

/** One more than the limit. */
export async function listInbox(
  d1: D1Database,
  limit: number,
  { assignee, after = [-1, ""] }: InboxFilter,
  now: number,
): Promise<readonly InboxRow[]> {
  const whose = assignee === undefined ? null : (assignee ?? "");
  const { results } = await d1
    .prepare(LIST)
    .bind(idFloor(now - OPEN_MAX_MS), ...after, whose, limit + 1)
    .all<InboxRow>();
  return results;
}

export interface ConversationPlace {
  readonly addressId: string;
  readonly lineId: string;
}

/** Where one conversation stands, whether it waits or not; null for an address nobody has. */
export async function findInInbox(
  d1: D1Database,
  { addressId, lineId }: ConversationPlace,
): Promise<InboxRow | null> {
  return d1
    .prepare(
      `SELECT k.address_id AS addressId, k.line_id AS lineId, a.kind AS addressKind, a.value AS address,
              a.contact_id AS contactId, c.name AS contactName,
              (SELECT min(at) ${OPEN_HERE} AND n.kind <> 'doubtful') AS since, (SELECT json_group_array(DISTINCT kind) ${OPEN_HERE}) AS kinds,
              (SELECT text ${OPEN_HERE} ORDER BY id DESC LIMIT 1) AS about, NULL AS runId,
              (SELECT body ${HEARD}) AS words, (SELECT at ${HEARD}) AS heardAt, s.assignee, 0 AS place
         FROM (SELECT ?1 AS address_id, ?2 AS line_id) k JOIN addresses a ON a.id = k.address_id
         LEFT JOIN contacts c ON c.id = a.contact_id LEFT JOIN assignments s USING (address_id, line_id)`,
    )
    .bind(addressId, lineId)
    .first<InboxRow>();
}

const OPEN_HERE =
  "FROM notices n WHERE n.address_id = k.address_id AND n.line_id = k.line_id AND n.done_at IS NULL";

/** Who has a conversation from now on; null for nobody. */
export function assign(
  d1: D1Database,
  { addressId, lineId }: ConversationPlace,
  assignee: string | null,
  by: string,
  at: number,
): D1PreparedStatement {
  return assignee === null
    ? d1.prepare("DELETE FROM assignments WHERE address_id = ? AND line_id = ?").bind(addressId, lineId)
    : d1
        .prepare(
          `INSERT INTO assignments (address_id, line_id, assignee, assigned_by, at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET assignee = excluded.assignee, assigned_by = excluded.assigned_by, at = excluded.at`,
        )
        .bind(addressId, lineId, assignee, by, at);
}

/** What waits there up to now is dealt with; an answer leaves open whether a text was meant as STOP. */
export async function finishNotices(
  d1: D1Database,
  { addressId, lineId }: ConversationPlace,
  how: "answered" | "closed",
  by: string,
  at: number,
): Promise<void> {
  await d1
    .prepare(
      "UPDATE notices SET done_at = ?3, done_by = ?4 WHERE address_id = ?1 AND line_id = ?2 AND done_at IS NULL AND at <= ?3 AND kind <> ?5",
    )
    .bind(addressId, lineId, at, by, how === "answered" ? "doubtful" : "")
    .run();
}
