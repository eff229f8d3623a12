// Everything that happened with one contact, in one order: what was said, asked, decided, and what waits for a person.
import { desc, eq, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Attachment, Location } from "#core/conversation/run";
import type { CallOutcome, CallState } from "#core/helpline/call";
import { addresses, consents } from "./schema/index.ts";

/** Where a page goes on: the time and id of the last entry before. */
export type TimelineKey = readonly [at: number, id: string];

interface Entry {
  readonly at: number;
  readonly id: string;
}

export type TimelineEntry =
  | (Entry & {
      readonly kind: "message";
      readonly direction: "in" | "out";
      readonly channel: string;
      readonly messageKind: string;
      readonly text: string;
      readonly media: readonly (string | Attachment)[];
      /** Places of the media that are in our own store, as JSON. */
      readonly kept: string;
      readonly location: Location | null;
      readonly status: string;
      readonly errorCode: number | null;
      readonly reason: string | null;
      readonly dueAt: number | null;
      readonly addressId: string;
      readonly lineId: string | null;
      readonly runId: string | null;
      readonly campaignId: string | null;
      readonly by: string | null;
    })
  | (Entry & {
      readonly kind: "run";
      readonly flowId: string;
      readonly flowSlug: string | null;
      readonly flowName: string | null;
      readonly phase: string;
      readonly disposition: string | null;
    })
  | (Entry & {
      readonly kind: "consent";
      readonly decision: string;
      readonly source: string;
      readonly words: string;
    })
  | (Entry & {
      readonly kind: "notice";
      readonly notice: string;
      readonly text: string;
      readonly doneAt: number | null;
    })
  | (Entry & {
      readonly kind: "call";
      readonly helplineId: string;
      readonly state: CallState;
      readonly outcome: CallOutcome | null;
      readonly answeredBy: string | null;
      readonly voicemail: { readonly id: string; readonly seconds: number | null } | null;
    })
  | (Entry & {
      readonly kind: "deed";
      readonly action: string;
      readonly by: string;
      readonly assignee: string | null;
    });

const OF_CONTACT = "address_id IN (SELECT id FROM addresses WHERE contact_id = ?1)";

const KEPT = "SELECT json_group_array(place) FROM media WHERE message_id = messages.id";
const WRITER = "SELECT actor FROM audit WHERE subject_kind = 'message' AND subject_id = messages.id LIMIT 1";
const LEFT = `
  SELECT json_object('id', v.id, 'seconds', v.seconds) FROM voicemails v
   WHERE v.address_id = calls.address_id AND v.call_id = calls.id AND v.recorded_at IS NOT NULL LIMIT 1`;
const DEED = "json_object('kind', 'deed', 'action', action, 'by', actor, 'assignee', detail->>'assignee')";

const TIMELINE = `
  SELECT at, id, json_object('kind', 'message', 'direction', direction, 'channel', channel, 'messageKind', kind, 'text', body,
                             'media', json(media), 'kept', CASE media WHEN '[]' THEN '[]' ELSE (${KEPT}) END,
                             'location', json(location), 'status', status, 'errorCode', error_code, 'reason', reason,
                             'dueAt', due_at, 'addressId', address_id, 'lineId', line_id, 'runId', run_id,
                             'campaignId', campaign_id, 'by', CASE kind WHEN 'staff' THEN (${WRITER}) END) AS entry
    FROM messages WHERE ${OF_CONTACT} AND kind <> '' AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT started_at, r.id, json_object('kind', 'run', 'flowId', flow_id, 'flowSlug', slug, 'flowName', f.name, 'phase', phase, 'disposition', disposition)
    FROM runs r LEFT JOIN flows f ON f.id = r.flow_id WHERE ${OF_CONTACT} AND (started_at, r.id) < (?2, ?3)
  UNION ALL
  SELECT at, id, json_object('kind', 'consent', 'decision', kind, 'source', source, 'words', words)
    FROM consents WHERE ${OF_CONTACT} AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT at, id, json_object('kind', 'notice', 'notice', kind, 'text', text, 'doneAt', done_at)
    FROM notices WHERE ${OF_CONTACT} AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT started_at, id, json_object('kind', 'call', 'helplineId', helpline_id, 'state', state, 'outcome', outcome,
                                     'answeredBy', answered_by, 'voicemail', json((${LEFT})))
    FROM calls WHERE ${OF_CONTACT} AND (started_at, id) < (?2, ?3)
  ORDER BY at DESC, id DESC LIMIT ?4`;

/** What the staff did: asked apart, since D1 takes no more than five such parts in one. */
const DEEDS = `
  SELECT at, id, ${DEED} AS entry FROM audit
   WHERE subject_kind = 'contact' AND subject_id = ?1 AND action IN ('conversation.assign', 'conversation.close') AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT at, id, ${DEED} FROM audit
   WHERE subject_kind = 'conversation' AND subject_id IN (SELECT id FROM runs WHERE ${OF_CONTACT}) AND (at, id) < (?2, ?3)
  ORDER BY at DESC, id DESC LIMIT ?4`;

/** Newest first, one more than the limit. */
export async function listTimeline(
  d1: D1Database,
  contactId: string,
  limit: number,
  before?: TimelineKey,
): Promise<TimelineEntry[]> {
  const asked = [contactId, ...(before ?? [Number.MAX_SAFE_INTEGER, ""]), limit + 1] as const;
  const found = await d1.batch<{ at: number; id: string; entry: string }>([
    d1.prepare(TIMELINE).bind(...asked),
    d1.prepare(DEEDS).bind(...asked),
  ]);
  return found
    .flatMap(({ results }) => results)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, limit + 1)
    .map(({ at, id, entry }): TimelineEntry => Object.assign(JSON.parse(entry), { at, id }));
}

export type ConsentRow = typeof consents.$inferSelect;

/** What a contact decided, at every address, newest first; one more than the limit. */
export async function listConsents(
  db: DrizzleD1Database,
  contactId: string,
  limit: number,
  before?: TimelineKey,
): Promise<ConsentRow[]> {
  const older =
    before === undefined ? sql`true` : sql`(${consents.at}, ${consents.id}) < (${before[0]}, ${before[1]})`;
  const ofContact = sql`${consents.addressId} in (select ${addresses.id} from ${addresses} where ${eq(addresses.contactId, contactId)})`;
  return db
    .select()
    .from(consents)
    .where(sql`${ofContact} and ${older}`)
    .orderBy(desc(consents.at), desc(consents.id))
    .limit(limit + 1);
}
