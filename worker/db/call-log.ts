// Calls as staff look through them, and the messages left in them.
import { and, desc, eq, gte, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CallOutcome } from "#core/helpline/call";
import type { CountedCall } from "#core/helpline/figures";
import { addresses, calls, contacts, helplines, voicemails } from "./schema/index.ts";

type Key = readonly [at: number, id: string];

interface Filter {
  readonly helplineId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly before?: Key | undefined;
}

const CALLER = {
  helplineName: sql<string | null>`${helplines.config}->>'name'`,
  addressKind: addresses.kind,
  address: addresses.value,
  contactId: addresses.contactId,
  contactName: contacts.name,
};

export type ShownCall = NonNullable<Awaited<ReturnType<typeof findCall>>>;
export type ShownVoicemail = NonNullable<Awaited<ReturnType<typeof findShownVoicemail>>>;

/** Newest first, one more than the limit. */
export function listCalls(
  db: DrizzleD1Database,
  limit: number,
  {
    outcome,
    live,
    from,
    to,
    ...filter
  }: Filter & {
    readonly outcome?: CallOutcome | undefined;
    readonly live?: boolean | undefined;
    /** Epoch milliseconds; `to` is not in it. */
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  },
) {
  return selectCalls(db)
    .where(
      and(
        matching(calls, calls.startedAt, filter),
        outcome && eq(calls.outcome, outcome),
        live === undefined ? undefined : (live ? isNull : isNotNull)(calls.endedAt),
        from === undefined ? undefined : gte(calls.startedAt, from),
        to === undefined ? undefined : lt(calls.startedAt, to),
      ),
    )
    .orderBy(desc(calls.startedAt), desc(calls.id))
    .limit(limit + 1);
}

export async function findCall(db: DrizzleD1Database, id: string) {
  return (await selectCalls(db).where(eq(calls.id, id)).get()) ?? null;
}

/** Those whose recording is reported, newest first, one more than the limit; deleted ones are not listed. */
export function listVoicemails(
  db: DrizzleD1Database,
  limit: number,
  {
    heard,
    done,
    ...filter
  }: Filter & { readonly heard?: boolean | undefined; readonly done?: boolean | undefined },
) {
  const isHeard = heard === undefined ? undefined : (heard ? isNotNull : isNull)(voicemails.heardAt);
  const isDone = done === undefined ? undefined : (done ? isNotNull : isNull)(voicemails.doneAt);
  return selectVoicemails(db)
    .where(
      and(
        matching(voicemails, voicemails.recordedAt, filter),
        isNotNull(voicemails.recordedAt),
        isNull(voicemails.deletedAt),
        isHeard,
        isDone,
      ),
    )
    .orderBy(desc(voicemails.recordedAt), desc(voicemails.id))
    .limit(limit + 1);
}

export async function findShownVoicemail(db: DrizzleD1Database, id: string) {
  return (await selectVoicemails(db).where(eq(voicemails.id, id)).get()) ?? null;
}

/** What is counted of a group's calls that began in a window, epoch milliseconds; the end is not in it. */
export function listCounted(
  db: DrizzleD1Database,
  helplineId: string,
  from: number,
  to: number,
): Promise<CountedCall[]> {
  return db
    .select({ startedAt: calls.startedAt, answeredAt: calls.answeredAt, outcome: calls.outcome })
    .from(calls)
    .where(
      and(
        eq(calls.helplineId, helplineId),
        sql`${calls.startedAt} >= ${from}`,
        sql`${calls.startedAt} < ${to}`,
      ),
    );
}

/** By id; who was erased has no name. */
export async function nameVolunteers(
  d1: D1Database,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const { results } = await d1
    .prepare(
      "SELECT id, config->>'name' AS name FROM volunteers WHERE id IN (SELECT value FROM json_each(?)) AND config->>'name' <> ''",
    )
    .bind(JSON.stringify([...new Set(ids)]))
    .all<{ id: string; name: string }>();
  return new Map(results.map(({ id, name }) => [id, name]));
}

function selectCalls(db: DrizzleD1Database) {
  return db
    .select({ call: calls, ...CALLER })
    .from(calls)
    .leftJoin(helplines, eq(helplines.id, calls.helplineId))
    .leftJoin(addresses, eq(addresses.id, calls.addressId))
    .leftJoin(contacts, eq(contacts.id, addresses.contactId));
}

function selectVoicemails(db: DrizzleD1Database) {
  return db
    .select({ voicemail: voicemails, ...CALLER })
    .from(voicemails)
    .leftJoin(helplines, eq(helplines.id, voicemails.helplineId))
    .leftJoin(addresses, eq(addresses.id, voicemails.addressId))
    .leftJoin(contacts, eq(contacts.id, addresses.contactId));
}

function matching(
  table: typeof calls | typeof voicemails,
  at: SQLiteColumn,
  { helplineId, contactId, before }: Filter,
): SQL | undefined {
  const ofContact = sql`${table.addressId} in (select a.id from addresses a where a.contact_id = ${contactId})`;
  return and(
    helplineId === undefined ? undefined : eq(table.helplineId, helplineId),
    contactId === undefined ? undefined : ofContact,
    before && or(lt(at, before[0]), and(eq(at, before[0]), lt(table.id, before[1]))),
  );
}
