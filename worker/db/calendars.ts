// Feeds of shifts: their generations, and what is shown in one.
import { and, between, eq, sql } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Group } from "#core/calendar/shift-events";
import { findHelpline } from "./helplines.ts";
import type { Dates } from "./rota.ts";
import { calendars, overrides, shifts } from "./schema/index.ts";
import { readPeople } from "./volunteers.ts";

export type CalendarRow = typeof calendars.$inferSelect;
type Owner = Pick<CalendarRow, "kind" | "id">;

export async function findCalendar(db: DrizzleD1Database, { kind, id }: Owner): Promise<CalendarRow | null> {
  const isIt = and(eq(calendars.kind, kind), eq(calendars.id, id));
  return (await db.select().from(calendars).where(isIt).get()) ?? null;
}

/** A statement that ends every address of before; there is a new one, unless it is revoked. */
export function raiseGeneration(db: DrizzleD1Database, owner: Owner, now: number, isRevoked: boolean) {
  const revokedAt = isRevoked ? now : null;
  return db
    .insert(calendars)
    .values({ kind: owner.kind, id: owner.id, generation: 1, revokedAt, changedAt: now })
    .onConflictDoUpdate({
      target: [calendars.kind, calendars.id],
      set: { generation: sql`${calendars.generation} + 1`, revokedAt, changedAt: now },
    });
}

/** A group with its rota of these dates; null for one that is not there any more. */
export async function readCalendarGroup(
  { db, d1 }: { readonly db: DrizzleD1Database; readonly d1: D1Database },
  id: string,
  { first, last }: Dates,
): Promise<Group | null> {
  const [helpline, weekly, changed, people] = await Promise.all([
    findHelpline(db, id),
    db.select().from(shifts).where(eq(shifts.helplineId, id)),
    db
      .select()
      .from(overrides)
      .where(and(eq(overrides.helplineId, id), between(overrides.date, first, last))),
    readPeople(d1, id),
  ]);
  if (helpline === null || helpline.archivedAt !== null) return null;
  const { name, zone, holidays } = helpline.config;
  return {
    id,
    name,
    number: helpline.number,
    rota: {
      zone,
      holidays,
      shifts: weekly.map(({ body }) => body),
      overrides: changed.map(({ body }) => body),
    },
    changedAt: new Map(weekly.map((shift) => [shift.id, shift.changedAt])),
    // An erased name is empty.
    nameOf: (volunteerId) => people.get(volunteerId)?.name || "Somebody",
  };
}
