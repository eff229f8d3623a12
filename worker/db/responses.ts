// Responses: one row per run of a flow, with whom it was and how far its last message came.
import { and, asc, desc, eq, gt, gte, isNull, lt, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Disposition, RunState } from "#core/conversation/run";
import { idFloor } from "#core/id";
import type { Status } from "#core/status";
import { addresses, contacts, flows, messages, runs } from "./schema/index.ts";

/** No conversation waits longer (see `expiresAfterMinutes`): older rows that are not finished lost their last record. */
const OPEN_MAX_MS = 366 * 24 * 3_600_000;

export interface ResponseFilter {
  readonly flowId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly disposition?: Disposition | undefined;
  readonly phase?: RunState["phase"] | undefined;
  /** Begun at or after, and before: epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Words of an answer, in any case. */
  readonly words?: string | undefined;
  /** Those that gave this answer: its value as a text, or one of several. */
  readonly answer?: { readonly name: string; readonly value: string } | undefined;
  /** Only those still going on, as of this instant. */
  readonly openAt?: number | undefined;
  readonly before?: string | undefined;
  /** Oldest first: those after this id. */
  readonly after?: string | undefined;
}

const SHOWN = {
  id: runs.id,
  flowId: runs.flowId,
  flowSlug: flows.slug,
  flowName: flows.name,
  versionId: runs.versionId,
  lineId: runs.lineId,
  source: runs.source,
  addressId: runs.addressId,
  addressKind: addresses.kind,
  address: addresses.value,
  contactId: addresses.contactId,
  contactName: contacts.name,
  phase: runs.phase,
  node: runs.node,
  language: runs.language,
  disposition: runs.disposition,
  answers: runs.answers,
  variants: runs.variants,
  startedAt: runs.startedAt,
  heardAt: runs.heardAt,
  finishedAt: runs.finishedAt,
  deliveryStatus: sql<Status | null>`(
    select ${messages.status} from ${messages}
     where ${messages.addressId} = ${runs.addressId} and ${messages.runId} = ${runs.id} and ${messages.direction} = 'out'
     order by ${messages.id} desc limit 1)`,
};

export type ResponseRow = Awaited<ReturnType<typeof listResponses>>[number];

/** Newest first, or oldest; one more than the limit. Ids are in the order of time, so that periods and pages read the same index. */
export async function listResponses(
  db: DrizzleD1Database,
  limit: number,
  filter: ResponseFilter,
  isOldestFirst = false,
) {
  return select(db)
    .where(toCondition(filter))
    .orderBy(isOldestFirst ? asc(runs.id) : desc(runs.id))
    .limit(limit + 1);
}

export interface AnswerOrder {
  readonly name: string;
  readonly isDown: boolean;
  /** Where the page before ended; see `sortKey`. */
  readonly after?: SortKey | undefined;
}

/** Whether there is an answer (the end of the order is for those without), its beginning, and the run's id. */
export type SortKey = readonly [rank: number, value: string | number, id: string];

/** Of a value as it is compared: a cursor holds it. */
const SORTED_CHARACTERS = 60;

/** By one answer, those without it last; one more than the limit. Compares every response of the flow, and reads a page. */
export async function sortResponses(
  db: DrizzleD1Database,
  limit: number,
  filter: ResponseFilter,
  { name, isDown, after }: AnswerOrder,
): Promise<SortedResponse[]> {
  const value = sql`json_extract(${runs.answers}, ${`$.${name}.value`})`;
  const rank = isDown ? sql<number>`${value} is not null` : sql<number>`${value} is null`;
  const start = sql<string | number>`case when typeof(${value}) in ('integer', 'real') then ${value}
    else substr(coalesce(lower(${value}), ''), 1, ${SORTED_CHARACTERS}) end`;
  const beyond =
    after === undefined
      ? undefined
      : sql`(${rank}, ${start}, ${runs.id}) ${sql.raw(isDown ? "<" : ">")} (${after[0]}, ${after[1]}, ${after[2]})`;
  const order = isDown ? desc : asc;
  const places = await db
    .select({ id: runs.id, sortRank: rank, sortValue: start })
    .from(runs)
    .leftJoin(addresses, eq(addresses.id, runs.addressId))
    .where(and(toCondition(filter), beyond))
    .orderBy(order(rank), order(start), order(runs.id))
    .limit(limit + 1);
  // D1 binds a hundred parameters at most; a list in JSON is one.
  const ids = JSON.stringify(places.map(({ id }) => id));
  const rows = await select(db).where(sql`${runs.id} in (select value from json_each(${ids}))`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, ...place }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...row, ...place }];
  });
}

export type SortedResponse = ResponseRow & { readonly sortRank: number; readonly sortValue: string | number };

export function sortKey(row: SortedResponse): SortKey {
  return [row.sortRank, row.sortValue, row.id];
}

export async function findResponse(db: DrizzleD1Database, id: string): Promise<ResponseRow | null> {
  return (await select(db).where(eq(runs.id, id)).get()) ?? null;
}

function select(db: DrizzleD1Database) {
  return db
    .select(SHOWN)
    .from(runs)
    .leftJoin(flows, eq(flows.id, runs.flowId))
    .leftJoin(addresses, eq(addresses.id, runs.addressId))
    .leftJoin(contacts, eq(contacts.id, addresses.contactId));
}

function toCondition({
  flowId,
  contactId,
  disposition,
  phase,
  from,
  to,
  words,
  answer,
  openAt,
  before,
  after,
}: ResponseFilter) {
  return and(
    flowId === undefined ? undefined : eq(runs.flowId, flowId),
    contactId === undefined ? undefined : eq(addresses.contactId, contactId),
    disposition === undefined ? undefined : eq(runs.disposition, disposition),
    phase === undefined ? undefined : eq(runs.phase, phase),
    from === undefined ? undefined : gte(runs.id, idFloor(from)),
    to === undefined ? undefined : lt(runs.id, idFloor(to)),
    words === undefined ? undefined : saysWords(words),
    answer === undefined ? undefined : saysAnswer(answer),
    openAt === undefined
      ? undefined
      : and(isNull(runs.finishedAt), gte(runs.id, idFloor(openAt - OPEN_MAX_MS))),
    before === undefined ? undefined : lt(runs.id, before),
    after === undefined ? undefined : gt(runs.id, after),
  );
}

/** Compared as text, so that % and _ are themselves. Most answers are passed over as they are kept, without being read. */
function saysWords(words: string) {
  const sought = words.toLowerCase();
  const kept = JSON.stringify(sought).slice(1, -1);
  return sql`(instr(lower(${runs.answers}), ${kept}) > 0 and exists (select 1 from json_each(${runs.answers}) a
    where instr(lower(a.value->>'label'), ${sought}) > 0 or instr(lower(a.value->>'words'), ${sought}) > 0))`;
}

/** As charts count it: truth is written `true` and `false`, one of several counts, a place goes by its label; see `countAnswers`. */
function saysAnswer({ name, value }: NonNullable<ResponseFilter["answer"]>) {
  const at = `$.${name}.value`;
  return sql`case json_type(${runs.answers}, ${at})
    when 'true' then ${value} = 'true' when 'false' then ${value} = 'false'
    when 'array' then exists (select 1 from json_each(${runs.answers}, ${at}) v where ${value} = cast(v.value as text))
    when 'object' then ${value} = json_extract(${runs.answers}, ${`$.${name}.label`})
    else ${value} = cast(json_extract(${runs.answers}, ${at}) as text) end`;
}
