// Going back, or forward again: an earlier version becomes the one that new conversations take.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { flows } from "../db/schema/index.ts";
import { findVersion } from "../db/versions.ts";
import type { VersionRow } from "../db/versions.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFlowInUse } from "./find-flow.ts";
import { writeAs } from "./write-as.ts";

/** The draft stays as it is. Throws `not_found`, or `conflict` for an archived flow. */
export async function publishVersion(
  services: Services,
  actor: Actor,
  flow: string,
  number: number,
): Promise<VersionRow> {
  const { db } = services;
  const { id } = await mustFindFlowInUse(services, flow);
  const version = await findVersion(db, id, number);
  if (version === null) throw notFound("version", String(number));
  const write = db
    .update(flows)
    .set({ publishedVersionId: version.id })
    .where(and(eq(flows.id, id), isNull(flows.archivedAt)));
  const deed = {
    action: "flow.publish-version",
    subject: { kind: "flow", id },
    detail: { number, versionId: version.id },
  };
  if (!(await writeAs(services, actor, deed, write)))
    throw new Problem("conflict", "This flow was archived meanwhile.");
  return version;
}
