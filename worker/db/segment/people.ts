// The people of a segment: how many, a page of them, a few to look at.
import { sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Condition } from "#core/condition";
import type { ContactRow } from "../contacts.ts";
import { contacts } from "../schema/index.ts";
import { compileCondition } from "./compile.ts";

/** Over the alias `c`: not merged into somebody else, and not erased, unless the same address was heard from again. */
export const PRESENT = `(c.merged_into IS NULL AND (c.erased_at IS NULL OR EXISTS (
  SELECT 1 FROM addresses p WHERE p.contact_id = c.id AND p.value IS NOT NULL)))`;

interface Asked {
  readonly condition: Condition;
  /** What spans are counted from, epoch milliseconds. */
  readonly now: number;
}

export async function countPeople(d1: D1Database, { condition, now }: Asked): Promise<number> {
  const { sql: where, params } = compileCondition(condition, { now });
  const query = `SELECT count(*) AS count FROM contacts c WHERE ${PRESENT} AND ${where}`;
  const row = await d1
    .prepare(query)
    .bind(...params)
    .first<{ count: number }>();
  return row?.count ?? 0;
}

/** Newest first, one more than the limit; `before` is the last of the page before. */
export async function listPeople(
  { d1, db }: { readonly d1: D1Database; readonly db: DrizzleD1Database },
  { condition, now }: Asked,
  limit: number,
  before: readonly [createdAt: number, id: string] = [Number.MAX_SAFE_INTEGER, ""],
): Promise<ContactRow[]> {
  const { sql: where, params } = compileCondition(condition, { now });
  const query = `SELECT c.id FROM contacts c
     WHERE (c.created_at, c.id) < (?2, ?3) AND ${PRESENT} AND ${where}
     ORDER BY c.created_at DESC, c.id DESC LIMIT ?4`;
  const { results } = await d1
    .prepare(query)
    .bind(...params, ...before, limit + 1)
    .all<{ id: string }>();
  const rows = await findContacts(
    db,
    results.map(({ id }) => id),
  );
  return rows.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
}

/** A few, always the same ones: ids tell nothing about people, so their order is as good as chance. */
export async function samplePeople(
  d1: D1Database,
  { condition, now }: Asked,
  count: number,
): Promise<readonly string[]> {
  const { sql: where, params } = compileCondition(condition, { now });
  const query = `SELECT c.id FROM contacts c WHERE ${PRESENT} AND ${where} ORDER BY c.id LIMIT ?2`;
  const { results } = await d1
    .prepare(query)
    .bind(...params, count)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

export async function findContacts(db: DrizzleD1Database, ids: readonly string[]): Promise<ContactRow[]> {
  // D1 binds a hundred parameters at most; a list in JSON is one.
  const wanted = sql`${contacts.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  return db.select().from(contacts).where(wanted).orderBy(contacts.id);
}
