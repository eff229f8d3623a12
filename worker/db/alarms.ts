// What an operator should see to.
import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { alarms } from "./schema/index.ts";

export type AlarmRow = typeof alarms.$inferSelect;

/** Newest first, one more than the limit: the open ones, or those that are dealt with. */
export async function listAlarms(
  db: DrizzleD1Database,
  limit: number,
  { done, before }: { readonly done: boolean; readonly before?: string | undefined },
): Promise<AlarmRow[]> {
  const filter = and(
    done ? isNotNull(alarms.doneAt) : isNull(alarms.doneAt),
    before === undefined ? undefined : lt(alarms.id, before),
  );
  return db
    .select()
    .from(alarms)
    .where(filter)
    .orderBy(desc(alarms.id))
    .limit(limit + 1);
}

export async function findAlarm(db: DrizzleD1Database, id: string): Promise<AlarmRow | null> {
  return (await db.select().from(alarms).where(eq(alarms.id, id)).get()) ?? null;
}

/** One that is open about the same thing already is not raised again; returns whether this one was. */
export async function insertAlarm(
  d1: D1Database,
  { id, kind, subject, text, at }: Pick<AlarmRow, "id" | "kind" | "subject" | "text" | "at">,
): Promise<boolean> {
  const { meta } = await d1
    .prepare("INSERT INTO alarms (id, kind, subject, text, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    .bind(id, kind, subject, text, at)
    .run();
  return meta.changes > 0;
}
