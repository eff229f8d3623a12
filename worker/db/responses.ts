// Responses: one row per run of a flow, with whom it was and how far its last message came.
import { and, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
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
  /** Only those still going on, as of this instant. */
  readonly openAt?: number | undefined;
  readonly before?: string | undefined;
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

/** Newest first, one more than the limit. Ids are in the order of time, so that periods and pages read the same index. */
export async function listResponses(db: DrizzleD1Database, limit: number, filter: ResponseFilter) {
  return select(db)
    .where(toCondition(filter))
    .orderBy(desc(runs.id))
    .limit(limit + 1);
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
  openAt,
  before,
}: ResponseFilter) {
  return and(
    flowId === undefined ? undefined : eq(runs.flowId, flowId),
    contactId === undefined ? undefined : eq(addresses.contactId, contactId),
    disposition === undefined ? undefined : eq(runs.disposition, disposition),
    phase === undefined ? undefined : eq(runs.phase, phase),
    from === undefined ? undefined : gte(runs.id, idFloor(from)),
    to === undefined ? undefined : lt(runs.id, idFloor(to)),
    words === undefined ? undefined : saysWords(words),
    openAt === undefined
      ? undefined
      : and(isNull(runs.finishedAt), gte(runs.id, idFloor(openAt - OPEN_MAX_MS))),
    before === undefined ? undefined : lt(runs.id, before),
  );
}

/** Compared as text, so that % and _ are themselves. */
function saysWords(words: string) {
  const sought = words.toLowerCase();
  return sql`exists (select 1 from json_each(${runs.answers}) a
    where instr(lower(a.value->>'label'), ${sought}) > 0 or instr(lower(a.value->>'words'), ${sought}) > 0)`;
}
