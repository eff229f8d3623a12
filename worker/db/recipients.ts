// The recipients of a campaign, a page at a time: rows of `messages` with everything a claim needs, read in one query.
import { LANES } from "#core/campaign/jobs";
import type { PageJob } from "#core/campaign/jobs";
import type { Pinned } from "#core/campaign/sending";
import type { Permission } from "#core/consent/standing";
import type { KnownProfile } from "#core/contact/memory";
import type { Silence } from "#core/contact/refusal";
import type { FieldValue } from "#core/conversation/run";
import { idFloor } from "#core/id";
import { capSince } from "#core/organisation";
import type { Address } from "#core/phone";
import { begunElsewhereSql } from "./begun.ts";
import { silencesSql } from "./spreads.ts";
import { permissionSql } from "./standing.ts";

export interface Recipient {
  readonly id: string;
  readonly addressId: string;
  readonly address: Address;
  readonly lineId: string;
  readonly variant: string;
  readonly profile: KnownProfile;
  readonly permission: Permission;
  /** What D1 adds to the object's own count of what we began: see `Offered`. */
  readonly begunElsewhere: number;
}

/** A row that makes no sense stops nobody else. */
export type ReadRecipient =
  | { readonly kind: "recipient"; readonly recipient: Recipient }
  | { readonly kind: "broken"; readonly id: string };

interface Row {
  readonly id: string;
  readonly addressId: string;
  readonly kind: string | null;
  readonly value: string | null;
  readonly lineId: string;
  readonly variant: string | null;
  readonly language: string | null;
  readonly zone: string | null;
  readonly name: string | null;
  readonly asOf: number;
  readonly silences: string;
  readonly fields: string;
  readonly tags: string;
  readonly categories: string;
  readonly permission: string;
  readonly begunElsewhere: number;
}

/** Earlier attempts at this recipient that left and then failed: another is tried since they came to nothing. */
const FAILED_BEFORE = `
  (SELECT count(*) FROM messages n
    WHERE n.address_id = m.address_id AND n.campaign_id = m.campaign_id AND n.attempt < m.attempt AND n.sid IS NOT NULL)`;
/** `?1` is since when the frequency cap counts; null = there is none. */
const BEGUN_ELSEWHERE = `
  CASE WHEN ?1 IS NULL THEN 0 ELSE ${begunElsewhereSql({ address: "a", since: "?1" })}
       - CASE WHEN m.attempt > 1 THEN ${FAILED_BEFORE} ELSE 0 END END`;

/** Values stay text here: one that is no JSON is that person's trouble, not the page's. */
const SELECT = `
  SELECT m.id, m.address_id AS addressId, m.line_id AS lineId, m.variant, a.kind, a.value,
         c.language, c.zone, c.name, a.due_changed_at AS asOf, ${silencesSql("a")} AS silences,
         (SELECT json_group_object(name, value) FROM attributes WHERE contact_id = c.id) AS fields,
         (SELECT json_group_array(tag) FROM tags WHERE contact_id = c.id AND present = 1) AS tags,
         (SELECT json_group_object(funnel, category) FROM categories WHERE contact_id = c.id) AS categories,
         ${permissionSql({ address: "a", channel: "m.channel" })} AS permission,
         ${BEGUN_ELSEWHERE} AS begunElsewhere
    FROM messages m LEFT JOIN addresses a ON a.id = m.address_id LEFT JOIN contacts c ON c.id = a.contact_id`;

/** Those of the page that still wait to be sent: of a lane in the order of ids, of put-off ones those due by `now`. */
export async function readPage(
  d1: D1Database,
  job: PageJob,
  { launchedAt, frequencyCap }: Pick<Pinned, "launchedAt" | "frequencyCap">,
  now: number,
): Promise<readonly ReadRecipient[]> {
  const { campaignId, limit } = job;
  const since = frequencyCap === null ? null : capSince(frequencyCap, now);
  if (job.kind === "due") {
    const { results } = await d1
      .prepare(
        `${SELECT} WHERE m.campaign_id = ?2 AND m.due_at <= ?3 AND m.rank = 0 ORDER BY m.due_at, m.id LIMIT ?4`,
      )
      .bind(since, campaignId, now, limit)
      .all<Row>();
    return results.map(toRecipient);
  }
  const { from, to } = laneOf(launchedAt, job.lane);
  const { results } = await d1
    .prepare(
      `${SELECT} WHERE m.id > ?2 AND m.id < ?3 AND m.campaign_id = ?4 AND m.rank = 0 AND m.due_at IS NULL
        ORDER BY m.id LIMIT ?5`,
    )
    .bind(since, job.cursor ?? from, to, campaignId, limit)
    .all<Row>();
  return results.map(toRecipient);
}

export interface PutOff {
  readonly id: string;
  /** Epoch milliseconds; null = nothing is waited for any more. */
  readonly dueAt: number | null;
  readonly reason: string | null;
}

export interface Dropped {
  readonly id: string;
  readonly status: "canceled" | "failed";
  readonly reason: string;
}

/** Of a page, in one batch: until when its recipients are put off, and who is sent nothing. Returns who is due next. */
export async function writePage(
  d1: D1Database,
  campaignId: string,
  putOff: readonly PutOff[],
  dropped: readonly Dropped[],
): Promise<number | null> {
  const statements: D1PreparedStatement[] = [];
  if (putOff.length > 0)
    statements.push(
      d1
        .prepare(
          `UPDATE messages SET due_at = j.value->>'dueAt', reason = coalesce(j.value->>'reason', reason)
             FROM json_each(?1) j
            WHERE messages.id = j.value->>'id' AND messages.due_at IS NOT j.value->>'dueAt'
              AND (messages.rank = 0 OR j.value->>'dueAt' IS NULL)`,
        )
        .bind(JSON.stringify(putOff)),
    );
  if (dropped.length > 0)
    statements.push(
      d1
        .prepare(
          `UPDATE messages SET status = j.value->>'status', rank = ${GIVEN_UP_RANK}, reason = j.value->>'reason', due_at = NULL
             FROM json_each(?1) j WHERE messages.id = j.value->>'id' AND messages.rank = 0`,
        )
        .bind(JSON.stringify(dropped)),
    );
  const results = await d1.batch<{ at: number | null }>([...statements, nextDue(d1, campaignId)]);
  return results.at(-1)?.results[0]?.at ?? null;
}

/** Above what waits, below all that the carrier has to say: should it have left after all, that is what counts. */
export const GIVEN_UP_RANK = 1;

/** Rows a statement gives up at once: well within the time one may take (Cloudflare: 30 seconds). */
const WITHDRAWN_AT_ONCE = 2_000;

/** Gives up who was not reached; returns whether some are left. */
export async function withdraw(
  d1: D1Database,
  campaignId: string,
  launchedAt: number,
  reason: string,
): Promise<boolean> {
  const { meta } = await d1
    .prepare(
      `UPDATE messages SET status = 'canceled', rank = ${GIVEN_UP_RANK}, reason = ?4, due_at = NULL
        WHERE id IN (SELECT id FROM messages
                      WHERE id >= ?1 AND id < ?2 AND campaign_id = ?3 AND rank = 0 LIMIT ${WITHDRAWN_AT_ONCE})`,
    )
    .bind(idFloor(launchedAt), idFloor(launchedAt + 1), campaignId, reason)
    .run();
  return meta.changes >= WITHDRAWN_AT_ONCE;
}

/** More than that is left: the look need not know how many. */
const LEFT_MAX = 200;

export interface Left {
  /** Those without a date, none of which a page is coming for. */
  readonly ids: readonly string[];
  readonly nextDueAt: number | null;
}

/** Who of a campaign still waits, once all its pages were read. */
export async function readLeft(d1: D1Database, campaignId: string, launchedAt: number): Promise<Left> {
  const [left, due] = await d1.batch([
    d1
      .prepare(
        `SELECT id FROM messages WHERE id >= ? AND id < ? AND campaign_id = ? AND rank = 0 AND due_at IS NULL LIMIT ?`,
      )
      .bind(idFloor(launchedAt), idFloor(launchedAt + 1), campaignId, LEFT_MAX),
    nextDue(d1, campaignId),
  ]);
  return {
    ids: (left?.results ?? []).map((row) => (row as { id: string }).id),
    nextDueAt: (due?.results[0] as { at: number | null } | undefined)?.at ?? null,
  };
}

/** Whose messages these are. */
export async function listAddressesOf(
  d1: D1Database,
  messageIds: readonly string[],
): Promise<readonly { readonly id: string; readonly addressId: string }[]> {
  const { results } = await d1
    .prepare("SELECT id, address_id AS addressId FROM messages WHERE id IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(messageIds))
    .all<{ id: string; addressId: string }>();
  return results;
}

/** Nobody can tell what became of these: staff see that. */
export async function markUnknown(d1: D1Database, ids: readonly string[], rank: number): Promise<void> {
  await d1
    .prepare(
      `UPDATE messages SET status = 'unknown', rank = ?2, due_at = NULL
        WHERE id IN (SELECT value FROM json_each(?1)) AND rank = 0`,
    )
    .bind(JSON.stringify(ids), rank)
    .run();
}

/** A page that died before it wrote leaves a date at a message that has gone: nobody waits for that one. */
function nextDue(d1: D1Database, campaignId: string): D1PreparedStatement {
  return d1
    .prepare(
      "SELECT min(due_at) AS at FROM messages WHERE campaign_id = ? AND due_at IS NOT NULL AND rank = 0",
    )
    .bind(campaignId);
}

/** The ids of a lane: those of the launch's instant whose first derived digit is the lane's. */
function laneOf(launchedAt: number, lane: number): { from: string; to: string } {
  const time = `${idFloor(launchedAt).slice(0, 13)}-8`;
  return {
    from: time + lane.toString(LANES),
    // After the last digit comes any letter beyond it.
    to: time + (lane + 1 < LANES ? (lane + 1).toString(LANES) : "g"),
  };
}

function toRecipient(row: Row): ReadRecipient {
  try {
    return { kind: "recipient", recipient: parse(row) };
  } catch {
    return { kind: "broken", id: row.id };
  }
}

function parse(row: Row): Recipient {
  const { id, addressId, lineId, variant, language, zone, name, asOf, begunElsewhere } = row;
  const raw = Object.entries(JSON.parse(row.fields) as Record<string, string>);
  const fields = Object.fromEntries(raw.map(([key, value]) => [key, JSON.parse(value) as FieldValue]));
  return {
    id,
    addressId,
    lineId,
    variant: variant ?? "",
    begunElsewhere,
    address: toAddress(row),
    profile: {
      language,
      zone,
      asOf,
      silences: JSON.parse(row.silences) as readonly Silence[],
      fields: name === null ? fields : { name, ...fields },
      tags: JSON.parse(row.tags) as string[],
      categories: JSON.parse(row.categories) as Record<string, string>,
    },
    permission: JSON.parse(row.permission) as Permission,
  };
}

function toAddress({ kind, value }: Row): Address {
  if (value === null || (kind !== "phone" && kind !== "whatsapp-user")) return { kind: "nobody" };
  return { kind, value };
}
