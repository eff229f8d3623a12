// A new segment: a filter, or an empty list.
import type { Condition } from "#core/condition";
import type { Actor } from "../actor.ts";
import { segments } from "../db/schema/index.ts";
import type { SegmentRow } from "../db/segments.ts";
import type { Services } from "../services.ts";
import { writeAs } from "./write-as.ts";

/** Throws `conflict` where a segment in use has the name. `filter` null: a list. */
export async function createSegment(
  services: Services,
  actor: Actor,
  { name, filter }: { readonly name: string; readonly filter: Condition | null },
): Promise<SegmentRow> {
  const now = services.clock.now();
  const row: SegmentRow = {
    id: services.mint(),
    name,
    kind: filter === null ? "list" : "filter",
    filter,
    revision: 1,
    createdAt: now,
    createdBy: actor.id,
    changedAt: now,
    archivedAt: null,
  };
  const deed = {
    action: "segment.create",
    subject: { kind: "segment", id: row.id },
    detail: { kind: row.kind },
  };
  await writeAs(services, actor, deed, services.db.insert(segments).values(row), { taken: TAKEN });
  return row;
}

export const TAKEN = "There is a segment of this name already.";
