// Takes a line out of use. What was said on it stays, and conversations on it come to their end.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { findLine } from "../db/lines.ts";
import type { LineRow } from "../db/lines.ts";
import { lines } from "../db/schema/index.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Archiving twice changes nothing. Throws `not_found`. */
export async function archiveLine(services: Services, actor: Actor, id: string): Promise<LineRow> {
  const { db, clock } = services;
  const write = db
    .update(lines)
    .set({ archivedAt: clock.now() })
    .where(and(eq(lines.id, id), isNull(lines.archivedAt)));
  await writeAs(services, actor, { action: "line.archive", subject: { kind: "line", id } }, write);
  const row = await findLine(db, id);
  if (row === null) throw notFound("line", id);
  return row;
}
