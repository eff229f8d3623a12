// E-mails as staff look through them.
import { and, desc, eq, getTableColumns, lt, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { EmailState } from "#core/mail/state";
import type { EmailRow } from "./emails.ts";
import { emails } from "./schema/index.ts";

/** Newest first, one more than the limit. */
export async function listEmails(
  db: DrizzleD1Database,
  limit: number,
  {
    state,
    before,
  }: { readonly state?: EmailState | undefined; readonly before?: readonly [number, string] | undefined },
): Promise<Omit<EmailRow, "html" | "body">[]> {
  const [at, id] = before ?? [];
  const older =
    at === undefined || id === undefined
      ? undefined
      : or(lt(emails.createdAt, at), and(eq(emails.createdAt, at), lt(emails.id, id)));
  const { html: _html, body: _body, ...shown } = getTableColumns(emails);
  return db
    .select(shown)
    .from(emails)
    .where(and(state === undefined ? undefined : eq(emails.state, state), older))
    .orderBy(desc(emails.createdAt), desc(emails.id))
    .limit(limit + 1);
}

export async function findEmail(db: DrizzleD1Database, id: string): Promise<EmailRow | null> {
  return (await db.select().from(emails).where(eq(emails.id, id)).get()) ?? null;
}
