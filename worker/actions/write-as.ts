// Nobody acts unseen: a staff write and the row that says who made it are one batch.
import { topicsOfDeed } from "#core/feed/from-deed";
import type { BatchItem } from "drizzle-orm/batch";
import type { RunnableQuery } from "drizzle-orm/runnable-query";
import type { Actor } from "../actor.ts";
import { addAudit, auditRow } from "../db/audit.ts";
import type { AuditRow } from "../db/audit.ts";
import { isTaken } from "../db/unique.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";

/** What is done, as `noun.verb`, to what. The detail holds ids and names of fields: no texts, no numbers, no secrets. */
export interface Deed {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Writes `first`, its audit row, then the rest, all or nothing. Returns whether `first` changed anything; if not, nothing is
 * recorded. Throws a conflict with the sentence `taken` where something of that name is there already.
 */
export async function writeAs(
  services: Services,
  actor: Actor,
  deed: Deed,
  first: RunnableQuery<D1Result, "sqlite">,
  {
    rest = [],
    taken = "There is one like it already.",
  }: { rest?: readonly BatchItem<"sqlite">[]; taken?: string } = {},
): Promise<boolean> {
  const { db } = services;
  try {
    const [done] = await db.batch([first, auditRow(db, toRow(services, actor, deed)), ...rest]);
    const isDone = done.meta.changes > 0;
    if (isDone) services.feed.tell(topicsOfDeed(deed.action));
    return isDone;
  } catch (error) {
    throw isTaken(error) ? new Problem("conflict", taken) : error;
  }
}

/** Records a deed whose effect is in no table of ours: a call to an object, a message to a queue. */
export async function recordDeed(services: Services, actor: Actor, deed: Deed): Promise<void> {
  await addAudit(services.db, toRow(services, actor, deed));
  services.feed.tell(topicsOfDeed(deed.action));
}

function toRow({ mint, clock }: Services, actor: Actor, { action, subject, detail = {} }: Deed): AuditRow {
  return {
    id: mint(),
    at: clock.now(),
    actor: actor.id,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    detail,
  };
}
