// Takes a segment out of use; campaigns that were launched with it keep what they hold.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { segments } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindSegment } from "./find-segment.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`. Again changes nothing. */
export async function archiveSegment(services: Services, actor: Actor, segment: string): Promise<string> {
  const { db, clock } = services;
  const { id } = await mustFindSegment(services, segment);
  const write = db
    .update(segments)
    .set({ archivedAt: clock.now() })
    .where(and(eq(segments.id, id), isNull(segments.archivedAt)));
  await writeAs(services, actor, { action: "segment.archive", subject: { kind: "segment", id } }, write);
  return id;
}
