// Somebody has seen to an alarm.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findAlarm } from "../db/alarms.ts";
import type { AlarmRow } from "../db/alarms.ts";
import { alarms } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing: the first to say so stays. Throws `not_found`. */
export async function finishAlarm(services: Services, actor: Actor, id: string): Promise<AlarmRow> {
  const { db, clock } = services;
  const write = db
    .update(alarms)
    .set({ doneAt: clock.now(), doneBy: actor.id })
    .where(and(eq(alarms.id, id), isNull(alarms.doneAt)));
  await writeAs(services, actor, { action: "alarm.done", subject: { kind: "alarm", id } }, write);
  const row = await findAlarm(db, id);
  if (row === null) throw notFound("alarm", id);
  return row;
}
