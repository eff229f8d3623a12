// Takes a flow out of use: nothing starts it any more. Its responses stay, and running conversations come to their end.
import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import { flows, triggers } from "../db/schema/index.ts";
import type { Services } from "../services.ts";
import { mustFindFlow } from "./find-flow.ts";
import { writeAs } from "./write-as.ts";

/** Archiving twice changes nothing. Its keywords are free again. Returns the flow's id; throws `not_found`. */
export async function archiveFlow(services: Services, actor: Actor, flow: string): Promise<string> {
  const { db, clock } = services;
  const { id } = await mustFindFlow(services, flow);
  const write = db
    .update(flows)
    .set({ archivedAt: clock.now(), publishedVersionId: null })
    .where(and(eq(flows.id, id), isNull(flows.archivedAt)));
  const rest = [db.delete(triggers).where(eq(triggers.flowId, id))];
  await writeAs(services, actor, { action: "flow.archive", subject: { kind: "flow", id } }, write, { rest });
  return id;
}
