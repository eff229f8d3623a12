// Messages left on the machine, and what we have done about each.
import { and, eq, isNull, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { voicemails } from "./schema/index.ts";

export type VoicemailRow = typeof voicemails.$inferSelect;

export async function findVoicemail(db: DrizzleD1Database, id: string): Promise<VoicemailRow | null> {
  return (await db.select().from(voicemails).where(eq(voicemails.id, id)).get()) ?? null;
}

/** Changes one that is still there; false for one that was deleted meanwhile. */
export async function changeVoicemail(
  db: DrizzleD1Database,
  id: string,
  change: Partial<VoicemailRow>,
): Promise<boolean> {
  const { meta } = await db
    .update(voicemails)
    .set(change)
    .where(and(eq(voicemails.id, id), isNull(voicemails.deletedAt)));
  return meta.changes > 0;
}

/** Whether the first e-mail holds the transcript: settled once, by what is known then. */
export async function settleMail(db: DrizzleD1Database, id: string): Promise<void> {
  await db
    .update(voicemails)
    .set({ mailHasTranscript: sql`transcript IS NOT NULL` })
    .where(and(eq(voicemails.id, id), isNull(voicemails.mailHasTranscript)));
}

/** As part of the batch that writes the e-mails. */
export function markMailed(
  d1: D1Database,
  id: string,
  which: "first" | "late",
  recipients: number,
  now: number,
): D1PreparedStatement {
  return which === "first"
    ? d1
        .prepare("UPDATE voicemails SET emailed_at = ?, recipients = ? WHERE id = ? AND emailed_at IS NULL")
        .bind(now, recipients, id)
    : d1.prepare("UPDATE voicemails SET followed_at = ? WHERE id = ? AND followed_at IS NULL").bind(now, id);
}

/** When somebody looks again; not where something new was learnt, or it was deleted, since it was read. */
export async function setDue(
  d1: D1Database,
  { id, seq, deletedAt }: VoicemailRow,
  { dueAt, tries, trouble }: Pick<VoicemailRow, "dueAt" | "tries" | "trouble">,
): Promise<void> {
  await d1
    .prepare(
      "UPDATE voicemails SET due_at = ?, tries = ?, trouble = ? WHERE id = ? AND seq = ? AND deleted_at IS ?",
    )
    .bind(dueAt, tries, trouble, id, seq, deletedAt)
    .run();
}

/** Ids of those about which there is something to be done, the longest waiting first. */
export async function listDueVoicemails(d1: D1Database, now: number, limit: number): Promise<string[]> {
  const { results } = await d1
    .prepare("SELECT id FROM voicemails WHERE due_at <= ? ORDER BY due_at LIMIT ?")
    .bind(now, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Who left it: null for who withheld their number. The name and number are null once erased. */
export async function findCaller(
  d1: D1Database,
  addressId: string | null,
): Promise<{ readonly name: string | null; readonly number: string | null } | null> {
  if (addressId === null) return null;
  return d1
    .prepare(
      "SELECT c.name, a.value AS number FROM addresses a LEFT JOIN contacts c ON c.id = a.contact_id WHERE a.id = ?",
    )
    .bind(addressId)
    .first<{ name: string | null; number: string | null }>();
}
