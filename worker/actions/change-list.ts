// Puts people on a static list, or takes them off it: by id, by a filter, or everyone an import named.
import type { Actor } from "../actor.ts";
import { addToList, takeOffList } from "../db/segment/list-writes.ts";
import type { Group } from "../db/segment/list-writes.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindSegmentInUse } from "./find-segment.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` for a segment that is a filter. Returns the list's id. */
export async function changeList(
  services: Services,
  actor: Actor,
  segment: string,
  change: "add" | "remove",
  group: Group,
): Promise<string> {
  const { db, clock } = services;
  const { id, kind } = await mustFindSegmentInUse(services, segment);
  if (kind !== "list") throw new Problem("conflict", "This is a filter: it finds its people by itself.");
  const source = group.kind === "import" ? `import:${group.importId}` : group.kind;
  const now = clock.now();
  const write =
    change === "add"
      ? addToList(db, { listId: id, group, source, now })
      : takeOffList(db, { listId: id, group, now });
  const deed = {
    action: `segment.${change}`,
    subject: { kind: "segment", id },
    detail: { from: source, ...(group.kind === "contacts" && { count: group.contacts.length }) },
  };
  await writeAs(services, actor, deed, write);
  return id;
}
