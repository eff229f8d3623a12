// Shifts and what is different on dates.
import { and, asc, between, eq, gt, gte, isNull, lt, not, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Override, Rota, Shift } from "#core/rota/rota";
import type { HelplineRow } from "./helplines.ts";
import { overrides, shifts } from "./schema/index.ts";

export type ShiftRow = typeof shifts.$inferSelect;
export type OverrideRow = typeof overrides.$inferSelect;

export interface Dates {
  /** Civil dates, both included. */
  readonly first: string;
  readonly last: string;
}

export async function findShift(
  db: DrizzleD1Database,
  helplineId: string,
  id: string,
): Promise<ShiftRow | null> {
  const isIt = and(eq(shifts.helplineId, helplineId), eq(shifts.id, id));
  return (await db.select().from(shifts).where(isIt).get()) ?? null;
}

/** In the order of their ids, one more than the limit. */
export async function listShifts(
  db: DrizzleD1Database,
  helplineId: string,
  limit: number,
  after = "",
): Promise<ShiftRow[]> {
  return db
    .select()
    .from(shifts)
    .where(and(eq(shifts.helplineId, helplineId), gt(shifts.id, after)))
    .orderBy(asc(shifts.id))
    .limit(limit + 1);
}

/** In the order of date, then id, one more than the limit; `after` is the last of the page before. */
export async function listOverrides(
  db: DrizzleD1Database,
  helplineId: string,
  { first, last }: Dates,
  limit: number,
  after: readonly [string, string] = ["", ""],
): Promise<OverrideRow[]> {
  return db
    .select()
    .from(overrides)
    .where(
      and(
        eq(overrides.helplineId, helplineId),
        between(overrides.date, first, last),
        sql`(${overrides.date}, ${overrides.id}) > (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(asc(overrides.date), asc(overrides.id))
    .limit(limit + 1);
}

export async function findOverride(
  db: DrizzleD1Database,
  helplineId: string,
  id: string,
): Promise<OverrideRow | null> {
  const isIt = and(eq(overrides.helplineId, helplineId), eq(overrides.id, id));
  return (await db.select().from(overrides).where(isIt).get()) ?? null;
}

/** All shifts of a group, with the overrides of these dates. */
export async function readRota(
  db: DrizzleD1Database,
  { id, config: { zone, holidays } }: Pick<HelplineRow, "id" | "config">,
  { first, last }: Dates,
): Promise<Rota> {
  const [weekly, changed] = await db.batch([
    db.select({ body: shifts.body }).from(shifts).where(eq(shifts.helplineId, id)),
    db
      .select({ body: overrides.body })
      .from(overrides)
      .where(and(eq(overrides.helplineId, id), between(overrides.date, first, last))),
  ]);
  return {
    zone,
    holidays,
    shifts: weekly.map(({ body }) => body),
    overrides: changed.map(({ body }) => body),
  };
}

/**
 * A statement that writes these shifts over what had their ids, or only over what was last changed at `over`. However many
 * they are, it is one value.
 */
export function putShifts(
  db: DrizzleD1Database,
  helplineId: string,
  list: readonly Shift[],
  now: number,
  over?: number,
) {
  return db
    .insert(shifts)
    .select(
      sql`select ${helplineId}, j.value->>'id', j.value, ${now} from json_each(${JSON.stringify(list)}) j where true`,
    )
    .onConflictDoUpdate({
      target: [shifts.helplineId, shifts.id],
      set: { body: sql`excluded.body`, changedAt: sql`max(${now}, ${shifts.changedAt} + 1)` },
      ...(over !== undefined && { setWhere: eq(shifts.changedAt, over) }),
    });
}

export function putOverrides(
  db: DrizzleD1Database,
  helplineId: string,
  list: readonly Override[],
  madeBy: string,
) {
  return db
    .insert(overrides)
    .select(
      sql`select ${helplineId}, j.value->>'date', j.value->>'id', j.value, ${madeBy} from json_each(${JSON.stringify(list)}) j where true`,
    )
    .onConflictDoUpdate({
      target: [overrides.helplineId, overrides.date, overrides.id],
      set: { body: sql`excluded.body` },
    });
}

/** Shifts go, and what was different about them on dates. */
export function dropShifts(db: DrizzleD1Database, helplineId: string, ids: readonly string[]) {
  return [
    db.delete(shifts).where(and(eq(shifts.helplineId, helplineId), among(sql`${shifts.id}`, ids))),
    db.delete(overrides).where(and(eq(overrides.helplineId, helplineId), among(ABOUT, ids))),
  ] as const;
}

/** All shifts go but these. */
export function dropOthers(db: DrizzleD1Database, helplineId: string, kept: readonly string[]) {
  const added = sql`select id from overrides o where o.helpline_id = ${helplineId} and o.body->>'kind' = 'add'`;
  const isKept = or(isNull(ABOUT), among(ABOUT, kept), sql`${ABOUT} in (${added})`);
  return [
    db.delete(shifts).where(and(eq(shifts.helplineId, helplineId), not(among(sql`${shifts.id}`, kept)))),
    db.delete(overrides).where(and(eq(overrides.helplineId, helplineId), not(isKept ?? sql`true`))),
  ] as const;
}

export interface ShiftMove {
  readonly next: Shift;
  readonly past: Shift | null;
  /** The first that is different, and by how many days later it and those after it are. */
  readonly date: string;
  readonly days: number;
}

/**
 * Writes a shift that was last changed at `over` as it is from a date on, then what goes along: its past, and what was
 * different about its dates. Of two who move it at once, the second changes nothing.
 */
export function moveShiftRows(
  db: DrizzleD1Database,
  helplineId: string,
  { next, past, date, days }: ShiftMove,
  now: number,
  over: number,
) {
  const changedAt = Math.max(now, over + 1);
  const isMoved = sql`exists (select 1 from shifts s where s.helpline_id = ${helplineId} and s.id = ${next.id} and s.changed_at = ${changedAt})`;
  const isAbout = and(eq(overrides.helplineId, helplineId), sql`${ABOUT} = ${next.id}`, isMoved);
  const later = sql`date(${overrides.date}, ${`${days} days`})`;
  const first = putShifts(db, helplineId, [next], now, over);
  const dates = db
    .update(overrides)
    .set({ date: later, body: sql`json_set(${overrides.body}, '$.date', ${later})` })
    .where(and(isAbout, gte(overrides.date, date)));
  if (past === null) return [first, dates] as const;
  const kept = db
    .insert(shifts)
    .select(sql`select ${helplineId}, ${past.id}, ${JSON.stringify(past)}, ${now} where ${isMoved}`);
  const before = db
    .update(overrides)
    .set({ body: sql`json_set(${overrides.body}, '$.shiftId', ${past.id})` })
    .where(and(isAbout, lt(overrides.date, date)));
  return [first, kept, before, dates] as const;
}

/** Overrides go; of a shift that one of them added, what was different about it goes too. */
export function dropOverrides(db: DrizzleD1Database, helplineId: string, ids: readonly string[]) {
  const isMeant = or(among(sql`${overrides.id}`, ids), among(ABOUT, ids));
  return db.delete(overrides).where(and(eq(overrides.helplineId, helplineId), isMeant));
}

/** The shift that an override is about. */
const ABOUT = sql`${overrides.body}->>'shiftId'`;

/** D1 binds a hundred values at most; a list in JSON is one. */
function among(column: SQL, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
