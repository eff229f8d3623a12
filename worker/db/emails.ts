// E-mails as rows: written once, claimed by whoever posts them, and moved up by what becomes of them.
import { eq } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Attachment } from "#core/mail/document";
import { EMAIL_RANK } from "#core/mail/state";
import type { EmailEvent, EmailState } from "#core/mail/state";
import { emails } from "./schema/index.ts";

export type EmailRow = typeof emails.$inferSelect;

export interface NewEmail {
  readonly id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly recipientId: string;
  readonly subject: string;
  readonly html: string;
  readonly body: string;
  readonly unsubscribeUrl: string | null;
  readonly attachments: readonly Attachment[];
  readonly aboutKind: string | null;
  readonly aboutId: string | null;
  readonly addressId: string | null;
  readonly state: "queued" | "not-set-up";
  readonly expiresAt: number | null;
  readonly now: number;
}

/** Nothing where it was written before, whatever it says now. */
export function insertEmail(d1: D1Database, email: NewEmail): D1PreparedStatement {
  const { attachments, state, now, ...words } = email;
  const history: readonly EmailEvent[] = [{ state, at: now }];
  const row = { ...words, attachments, state, history, now };
  return d1
    .prepare(
      `INSERT INTO emails
       SELECT j->>'id', j->>'kind', j->>'recipient', j->>'recipientId', j->>'subject', j->>'html', j->>'body',
              j->>'unsubscribeUrl', j->>'attachments', j->>'aboutKind', j->>'aboutId', j->>'addressId', j->>'state',
              0, NULL, 0, 0, j->>'now', j->>'expiresAt', NULL, NULL, NULL, j->>'history', j->>'now'
         FROM (SELECT ?1 AS j) WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(JSON.stringify(row));
}

const IN = "SELECT value FROM json_each(?1)";
/** Waits, or was under way when whoever posted it died. */
const DUE = `id IN (${IN}) AND rank = 0 AND due_at <= ?2`;
const NOTED = "json_insert(history, '$[#]', json_object('state', ?3, 'at', ?2, 'detail', ?4))";

export interface DueEmail {
  readonly id: string;
  readonly batchId: string | null;
  /** It has attachments. */
  readonly isLoaded: 0 | 1;
  /** It was posted before, and nobody knows what became of that. */
  readonly isDoubted: 0 | 1;
}

/** Those of them that may be posted now, in the order of their ids. */
export async function listDueEmails(
  d1: D1Database,
  ids: readonly string[],
  now: number,
): Promise<readonly DueEmail[]> {
  const { results } = await d1
    .prepare(
      `SELECT id, batch_id AS batchId, attachments <> '[]' AS isLoaded, doubt_at IS NOT NULL AS isDoubted FROM emails WHERE ${DUE} ORDER BY id`,
    )
    .bind(JSON.stringify(ids), now)
    .all<DueEmail>();
  return results;
}

/** Ends those that will not be posted (again), and says why; what may have been taken is never called anything but unknown. */
export async function endHopeless(
  d1: D1Database,
  ids: readonly string[],
  { now, doubtBefore }: { readonly now: number; readonly doubtBefore: number },
): Promise<void> {
  const end = (state: EmailState, reason: string, when: string, ...more: readonly number[]) =>
    d1
      .prepare(
        `UPDATE emails SET state = ?3, rank = ?5, reason = ?4, due_at = NULL, history = ${NOTED}
          WHERE ${DUE} AND ${when}`,
      )
      .bind(JSON.stringify(ids), now, state, reason, EMAIL_RANK[state], ...more);
  await d1.batch([
    end("unknown", "Resend never said whether it took it.", "doubt_at <= ?6", doubtBefore),
    end("failed", "It came too late to be of use.", "doubt_at IS NULL AND expires_at <= ?2"),
    end(
      "suppressed",
      "This address bounced for good, or its reader complained.",
      `doubt_at IS NULL
          AND recipient_id IN (SELECT recipient_id FROM email_suppressions WHERE lifted_at IS NULL)`,
    ),
  ]);
}

/** What is posted in one request. */
export type Unit =
  | { readonly kind: "alone"; readonly id: string }
  /** Together for the first time: the id of the batch is new. */
  | { readonly kind: "together"; readonly ids: readonly string[]; readonly batchId: string }
  /** A batch whose outcome nobody knows: whole, as it was. */
  | { readonly kind: "again"; readonly batchId: string; readonly ids: readonly string[] };

/**
 * Takes those of them that are still due: nobody else has them until the lease ends. Returns what is to be posted in its
 * order, nothing where somebody else was faster.
 */
export async function claimEmails(
  { d1, db }: { readonly d1: D1Database; readonly db: DrizzleD1Database },
  unit: Unit,
  { now, leaseUntil }: { readonly now: number; readonly leaseUntil: number },
): Promise<readonly EmailRow[]> {
  const ids = JSON.stringify(unit.kind === "alone" ? [unit.id] : unit.kind === "together" ? unit.ids : []);
  const batchId = unit.kind === "alone" ? null : unit.batchId;
  const { meta } = await d1
    .prepare(
      `UPDATE emails SET state = 'sending', due_at = ?3, attempts = attempts + 1, doubt_at = coalesce(doubt_at, ?2), batch_id = ?4
        WHERE ${unit.kind === "again" ? "batch_id = ?4" : `id IN (${IN})`} AND rank = 0 AND due_at <= ?2`,
    )
    .bind(ids, now, leaseUntil, batchId)
    .run();
  if (meta.changes === 0) return [];
  const whole = unit.kind === "alone" ? eq(emails.id, unit.id) : eq(emails.batchId, unit.batchId);
  return db.select().from(emails).where(whole).orderBy(emails.id);
}

export interface PutOff {
  readonly now: number;
  readonly until: number;
  readonly detail: string;
  /** The attempt that was surely not taken: it leaves no doubt, and what went together may go apart. null for one in doubt. */
  readonly clears: number | null;
}

/** The attempt `?6` leaves no trace: of a doubt that began with it, and of the batch it was in. */
const CLEARED = ["batch_id", "doubt_at"]
  .map((column) => `${column} = CASE WHEN doubt_at = ?6 THEN NULL ELSE ${column} END`)
  .join(", ");

/** Back among those that wait. */
export function putOffEmails(
  d1: D1Database,
  ids: readonly string[],
  { now, until, detail, clears }: PutOff,
): D1PreparedStatement {
  return d1
    .prepare(
      `UPDATE emails SET state = ?3, reason = ?4, due_at = ?5, history = ${NOTED}, ${CLEARED}
        WHERE id IN (${IN}) AND state = 'sending'`,
    )
    .bind(JSON.stringify(ids), now, "queued", detail, until, clears);
}

export interface News {
  readonly id: string;
  readonly state: EmailState;
  /** What the history shows where it is not the state itself. */
  readonly shown?: EmailEvent["state"];
  readonly at: number;
  readonly detail?: string | null;
  readonly event?: string;
  readonly providerId?: string | null;
}

/** A history as long as this is one that goes in circles. */
const HISTORY_MAX = 200;

/** What became of it: the state climbs or stays; news that came before (by its `event`) changes nothing. */
export function noteEmail(d1: D1Database, news: News): D1PreparedStatement {
  const { id, state, shown = state, at, detail = null, event, providerId = null } = news;
  const entry: EmailEvent = {
    state: shown,
    at,
    ...(detail !== null && { detail }),
    ...(event !== undefined && { event }),
  };
  return d1
    .prepare(
      `UPDATE emails SET
              state = CASE WHEN ?3 > rank THEN ?2 ELSE state END,
              reason = CASE WHEN ?3 > rank THEN ?4 ELSE reason END,
              rank = max(rank, ?3), due_at = NULL, provider_id = coalesce(provider_id, ?5),
              history = CASE WHEN json_array_length(history) < ${HISTORY_MAX} THEN json_insert(history, '$[#]', json(?6)) ELSE history END
        WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM json_each(history) WHERE value->>'event' = ?7)`,
    )
    .bind(id, state, EMAIL_RANK[state], detail, providerId, JSON.stringify(entry), event ?? null);
}

/** What should have been seen to by now, longest first; `before` in epoch milliseconds. */
export async function listOverdueEmails(d1: D1Database, before: number, most: number): Promise<string[]> {
  const { results } = await d1
    .prepare("SELECT id FROM emails WHERE due_at <= ? ORDER BY due_at LIMIT ?")
    .bind(before, most)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** E-mail is not set up: those that wait say so; those that waited since before `since` fail. */
export async function waitForSetUp(d1: D1Database, now: number, since: number): Promise<void> {
  const why = "E-mail was not set up in time.";
  await d1.batch([
    d1.prepare("UPDATE emails SET state = 'not-set-up' WHERE state = 'queued' AND doubt_at IS NULL"),
    d1
      .prepare(
        `UPDATE emails SET state = ?3, rank = ?5, reason = ?4, due_at = NULL, history = ${NOTED}
          WHERE state = 'not-set-up' AND created_at <= ?1`,
      )
      .bind(since, now, "failed", why, EMAIL_RANK.failed),
  ]);
}
