// Saves a segment over the revision its author was looking at: of two who edit at once, the second is told.
import { and, eq } from "drizzle-orm";
import type { Condition } from "#core/condition";
import type { Actor } from "../actor.ts";
import { segments } from "../db/schema/index.ts";
import type { SegmentRow } from "../db/segments.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { TAKEN } from "./create-segment.ts";
import { mustFindSegment, mustFindSegmentInUse } from "./find-segment.ts";
import { writeAs } from "./write-as.ts";

export interface ChangedSegment {
  readonly revision: number;
  readonly name?: string | undefined;
  readonly filter?: Condition | undefined;
}

/** Throws `not_found`, or `conflict` where it is a list that is given a filter, the name is taken, or somebody saved in between. */
export async function changeSegment(
  services: Services,
  actor: Actor,
  segment: string,
  { revision, name, filter }: ChangedSegment,
): Promise<SegmentRow> {
  const { db, clock } = services;
  const { id, kind } = await mustFindSegmentInUse(services, segment);
  if (kind === "list" && filter !== undefined)
    throw new Problem("conflict", "This is a list: people are put on it, no filter finds them.");
  const write = db
    .update(segments)
    .set({
      revision: revision + 1,
      changedAt: clock.now(),
      ...(name !== undefined && { name }),
      ...(filter !== undefined && { filter }),
    })
    .where(and(eq(segments.id, id), eq(segments.revision, revision)));
  const deed = {
    action: "segment.save",
    subject: { kind: "segment", id },
    detail: { revision: revision + 1 },
  };
  const isSaved = await writeAs(services, actor, deed, write, { taken: TAKEN });
  const now = await mustFindSegment(services, id);
  if (isSaved) return now;
  throw new Problem("conflict", `This was made from revision ${revision}; by now it is ${now.revision}.`, {
    revision: now.revision,
  });
}
