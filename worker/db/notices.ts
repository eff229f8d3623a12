// What waits for a person on the staff.
import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { addresses, contacts, notices } from "./schema/index.ts";

export type NoticeRow = Awaited<ReturnType<typeof listNotices>>[number];

const SHOWN = {
  id: notices.id,
  kind: notices.kind,
  text: notices.text,
  lineId: notices.lineId,
  runId: notices.runId,
  node: notices.node,
  at: notices.at,
  doneAt: notices.doneAt,
  doneBy: notices.doneBy,
  addressId: notices.addressId,
  addressKind: addresses.kind,
  address: addresses.value,
  contactId: addresses.contactId,
  contactName: contacts.name,
};

export interface NoticeFilter {
  readonly kind?: (typeof notices.$inferSelect)["kind"] | undefined;
  /** Those that are dealt with, instead of the open ones. */
  readonly done: boolean;
  readonly before?: string | undefined;
}

/** Newest first, one more than the limit. */
export async function listNotices(
  db: DrizzleD1Database,
  limit: number,
  { kind, done, before }: NoticeFilter,
) {
  const filter = and(
    done ? isNotNull(notices.doneAt) : isNull(notices.doneAt),
    kind === undefined ? undefined : eq(notices.kind, kind),
    before === undefined ? undefined : lt(notices.id, before),
  );
  return select(db)
    .where(filter)
    .orderBy(desc(notices.id))
    .limit(limit + 1);
}

export async function findNotice(db: DrizzleD1Database, id: string): Promise<NoticeRow | null> {
  return (await select(db).where(eq(notices.id, id)).get()) ?? null;
}

function select(db: DrizzleD1Database) {
  return db
    .select(SHOWN)
    .from(notices)
    .leftJoin(addresses, eq(addresses.id, notices.addressId))
    .leftJoin(contacts, eq(contacts.id, addresses.contactId));
}
