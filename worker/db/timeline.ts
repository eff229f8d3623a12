// Everything that happened with one contact, in one order: what was said, asked, decided, and what waits for a person.
import { desc, eq, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
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
      readonly text: string;
      readonly status: string;
      readonly lineId: string | null;
      readonly runId: string | null;
    })
  | (Entry & {
      readonly kind: "run";
      readonly flowId: string;
      readonly flowSlug: string | null;
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
    });

const OF_CONTACT = "address_id IN (SELECT id FROM addresses WHERE contact_id = ?1)";

const TIMELINE = `
  SELECT at, id, json_object('kind', 'message', 'direction', direction, 'channel', channel, 'text', body, 'status', status,
                             'lineId', line_id, 'runId', run_id) AS entry
    FROM messages WHERE ${OF_CONTACT} AND kind <> '' AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT started_at, r.id, json_object('kind', 'run', 'flowId', flow_id, 'flowSlug', slug, 'phase', phase, 'disposition', disposition)
    FROM runs r LEFT JOIN flows f ON f.id = r.flow_id WHERE ${OF_CONTACT} AND (started_at, r.id) < (?2, ?3)
  UNION ALL
  SELECT at, id, json_object('kind', 'consent', 'decision', kind, 'source', source, 'words', words)
    FROM consents WHERE ${OF_CONTACT} AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT at, id, json_object('kind', 'notice', 'notice', kind, 'text', text, 'doneAt', done_at)
    FROM notices WHERE ${OF_CONTACT} AND (at, id) < (?2, ?3)
  UNION ALL
  SELECT started_at, id, json_object('kind', 'call', 'helplineId', helpline_id, 'state', state, 'outcome', outcome,
                                     'answeredBy', answered_by)
    FROM calls WHERE ${OF_CONTACT} AND (started_at, id) < (?2, ?3)
  ORDER BY at DESC, id DESC LIMIT ?4`;

/** Newest first, one more than the limit. */
export async function listTimeline(
  d1: D1Database,
  contactId: string,
  limit: number,
  before?: TimelineKey,
): Promise<TimelineEntry[]> {
  const { results } = await d1
    .prepare(TIMELINE)
    .bind(contactId, ...(before ?? [Number.MAX_SAFE_INTEGER, ""]), limit + 1)
    .all<{ at: number; id: string; entry: string }>();
  return results.map(({ at, id, entry }): TimelineEntry => Object.assign(JSON.parse(entry), { at, id }));
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
