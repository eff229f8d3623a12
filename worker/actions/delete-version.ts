// Deletes a version nobody needs any more: never the published one, never one that a conversation still runs on.
import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { flows, flowVersions, runs } from "../db/schema/index.ts";
import { findVersion } from "../db/versions.ts";
import { notFound, Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFlow } from "./find-flow.ts";
import { writeAs } from "./write-as.ts";

/** Throws `not_found`, or `conflict` while it is in use. */
export async function deleteVersion(
  services: Services,
  actor: Actor,
  flow: string,
  number: number,
): Promise<void> {
  const { db } = services;
  const { id: flowId } = await mustFindFlow(services, flow);
  const version = await findVersion(db, flowId, number);
  if (version === null) throw notFound("version", String(number));
  const { id } = version;
  const isPublished = sql`exists (select 1 from ${flows} where ${flows.publishedVersionId} = ${id})`;
  const isRunning = sql`exists (select 1 from ${runs} where ${runs.flowId} = ${flowId} and ${runs.versionId} = ${id} and ${runs.finishedAt} is null)`;
  const write = db
    .delete(flowVersions)
    .where(and(eq(flowVersions.id, id), sql`not ${isPublished}`, sql`not ${isRunning}`));
  const deed = {
    action: "flow.delete-version",
    subject: { kind: "flow", id: flowId },
    detail: { number, versionId: id },
  };
  if (await writeAs(services, actor, deed, write)) return;
  throw new Problem(
    "conflict",
    `Version ${number} is in use: it is the published one, or a conversation still runs on it.`,
  );
}
