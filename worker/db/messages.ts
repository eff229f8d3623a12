// Messages, what became of each, and the pictures that came with them.
import { and, asc, desc, eq, lt, ne, or, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Channel } from "#core/conversation/run";
import { idFloor } from "#core/id";
import type { Status } from "#core/status";
import { addresses, contacts, media, messages } from "./schema/index.ts";

export interface MessageFilter {
  readonly direction?: "in" | "out" | undefined;
  readonly status?: Status | undefined;
  readonly lineId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly before?: string | undefined;
}

/** What a run said and heard is bounded (the engine stops at 2,000 steps); a page shows that many at most. */
const TRANSCRIPT_MAX = 2_000;

/** A row without a kind is a receipt that came before its message. */
const isMessage = ne(messages.kind, "");

const SHOWN = {
  id: messages.id,
  direction: messages.direction,
  channel: messages.channel,
  kind: messages.kind,
  text: messages.body,
  media: messages.media,
  location: messages.location,
  /** Places of the media that are in our own store. */
  kept: sql<string>`(select json_group_array(${media.place}) from ${media} where ${media.messageId} = ${messages.id})`,
  status: messages.status,
  errorCode: messages.errorCode,
  reason: messages.reason,
  receipts: messages.receipts,
  dueAt: messages.dueAt,
  seenAt: messages.seenAt,
  at: messages.at,
  lineId: messages.lineId,
  runId: messages.runId,
  node: messages.node,
  addressId: messages.addressId,
  addressKind: addresses.kind,
  address: addresses.value,
  contactId: addresses.contactId,
  contactName: contacts.name,
};

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

/** Newest first, one more than the limit. */
export async function listMessages(
  db: DrizzleD1Database,
  limit: number,
  { direction, status, lineId, contactId, before }: MessageFilter,
) {
  const filter = and(
    isMessage,
    direction === undefined ? undefined : eq(messages.direction, direction),
    status === undefined ? undefined : eq(messages.status, status),
    lineId === undefined ? undefined : eq(messages.lineId, lineId),
    contactId === undefined ? undefined : eq(addresses.contactId, contactId),
    before === undefined ? undefined : lt(messages.id, before),
  );
  return select(db)
    .where(filter)
    .orderBy(desc(messages.id))
    .limit(limit + 1);
}

export async function findMessage(db: DrizzleD1Database, id: string): Promise<MessageRow | null> {
  return (
    (await select(db)
      .where(and(eq(messages.id, id), isMessage))
      .get()) ?? null
  );
}

/** What was said in a run, in order; with the word it began with, which was said before there was a run. */
export async function listTranscript(
  db: DrizzleD1Database,
  run: {
    readonly id: string;
    readonly addressId: string;
    readonly lineId: string;
    readonly startedAt: number;
  },
): Promise<MessageRow[]> {
  const opening = and(
    eq(messages.direction, "in"),
    eq(messages.lineId, run.lineId),
    eq(messages.at, run.startedAt),
  );
  const said = and(eq(messages.addressId, run.addressId), isMessage, or(eq(messages.runId, run.id), opening));
  return select(db).where(said).orderBy(asc(messages.id)).limit(TRANSCRIPT_MAX);
}

/** Where one of a message's pictures is kept; null when it is not, or no longer. */
export async function findMedia(db: DrizzleD1Database, messageId: string, place: number) {
  const wanted = and(eq(media.messageId, messageId), eq(media.place, place));
  return (await db.select({ file: media.file, type: media.type }).from(media).where(wanted).get()) ?? null;
}

function select(db: DrizzleD1Database) {
  return db
    .select(SHOWN)
    .from(messages)
    .leftJoin(addresses, eq(addresses.id, messages.addressId))
    .leftJoin(contacts, eq(contacts.id, addresses.contactId));
}

/** Whether they wrote on this channel since an instant, epoch milliseconds. */
export async function hasWritten(
  d1: D1Database,
  addressId: string,
  channel: Channel,
  since: number,
): Promise<boolean> {
  const found = await d1
    .prepare(
      "SELECT 1 FROM messages WHERE address_id = ? AND id >= ? AND direction = 'in' AND channel = ? LIMIT 1",
    )
    .bind(addressId, idFloor(since), channel)
    .first();
  return found !== null;
}
