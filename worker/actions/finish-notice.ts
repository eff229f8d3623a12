// Somebody has dealt with what was waiting.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findNotice } from "../db/notices.ts";
import type { NoticeRow } from "../db/notices.ts";
import { notices } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Twice changes nothing: the first to say so stays. Throws `not_found`. */
export async function finishNotice(services: Services, actor: Actor, id: string): Promise<NoticeRow> {
  const { db, clock } = services;
  const write = db
    .update(notices)
    .set({ doneAt: clock.now(), doneBy: actor.id })
    .where(and(eq(notices.id, id), isNull(notices.doneAt)));
  await writeAs(services, actor, { action: "notice.done", subject: { kind: "notice", id } }, write);
  const row = await findNotice(db, id);
  if (row === null) throw notFound("notice", id);
  return row;
}
