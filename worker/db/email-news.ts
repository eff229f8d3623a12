// E-mails that news came of, and addresses that are written to no more.
import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { emailSuppressions } from "./schema/index.ts";

export type SuppressionRow = typeof emailSuppressions.$inferSelect;

export interface Followed {
  readonly id: string;
  readonly recipient: string;
  readonly recipientId: string;
}

/** By our id, or where that did not come along by the provider's. */
export async function findFollowed(
  d1: D1Database,
  id: string | null,
  providerId: string | null,
): Promise<Followed | null> {
  const find = (column: "id" | "provider_id", value: string) =>
    d1
      .prepare(`SELECT id, recipient, recipient_id AS recipientId FROM emails WHERE ${column} = ?`)
      .bind(value)
      .first<Followed>();
  if (id !== null) return find("id", id);
  return providerId === null ? null : find("provider_id", providerId);
}

export interface NewSuppression {
  readonly recipientId: string;
  readonly masked: string;
  readonly cause: "bounced" | "complained";
  readonly detail: string | null;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
}

/** What happened before it was lifted, and is told late or again, changes nothing. */
export function suppressRecipient(
  d1: D1Database,
  { recipientId, masked, cause, detail, at }: NewSuppression,
): D1PreparedStatement {
  return d1
    .prepare(
      `INSERT INTO email_suppressions (recipient_id, masked, cause, detail, at) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (recipient_id) DO UPDATE SET
         cause = excluded.cause, detail = excluded.detail, at = excluded.at, lifted_at = NULL, lifted_by = NULL
       WHERE excluded.at > email_suppressions.at AND excluded.at > coalesce(email_suppressions.lifted_at, 0)`,
    )
    .bind(recipientId, masked, cause, detail, at);
}

/** Newest first, one more than the limit: those that hold. */
export async function listSuppressions(
  db: DrizzleD1Database,
  limit: number,
  before: readonly [number, string] | undefined,
): Promise<SuppressionRow[]> {
  const [at, id] = before ?? [];
  const older =
    at === undefined || id === undefined
      ? undefined
      : or(
          lt(emailSuppressions.at, at),
          and(eq(emailSuppressions.at, at), lt(emailSuppressions.recipientId, id)),
        );
  return db
    .select()
    .from(emailSuppressions)
    .where(and(isNull(emailSuppressions.liftedAt), older))
    .orderBy(desc(emailSuppressions.at), desc(emailSuppressions.recipientId))
    .limit(limit + 1);
}

export async function findSuppression(
  db: DrizzleD1Database,
  recipientId: string,
): Promise<SuppressionRow | null> {
  const { recipientId: id } = emailSuppressions;
  return (await db.select().from(emailSuppressions).where(eq(id, recipientId)).get()) ?? null;
}
