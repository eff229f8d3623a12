// Saves a draft over the revision its author was looking at; a draft may be wrong, and an older one never replaces a newer.
import { and, eq } from "drizzle-orm";
import type { Actor } from "../actor.ts";
import type { FlowRow } from "../db/flows.ts";
import { flows } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFlow, mustFindFlowInUse } from "./find-flow.ts";
import { writeAs } from "./write-as.ts";

export interface Draft {
  /** The revision it was made from. */
  readonly revision: number;
  readonly draft: unknown;
  readonly name?: string | undefined;
}

/** Throws `not_found`, or `conflict` with the present revision where somebody saved in between. */
export async function saveDraft(
  services: Services,
  actor: Actor,
  flow: string,
  { revision, draft, name }: Draft,
): Promise<FlowRow> {
  const { db, clock } = services;
  const { id } = await mustFindFlowInUse(services, flow);
  const write = db
    .update(flows)
    .set({ draft, revision: revision + 1, changedAt: clock.now(), ...(name !== undefined && { name }) })
    .where(and(eq(flows.id, id), eq(flows.revision, revision)));
  const deed = { action: "flow.save", subject: { kind: "flow", id }, detail: { revision: revision + 1 } };
  const isSaved = await writeAs(services, actor, deed, write);
  const now = await mustFindFlow(services, id);
  if (isSaved) return now;
  throw new Problem(
    "conflict",
    `This draft was made from revision ${revision}; by now it is ${now.revision}.`,
    { revision: now.revision },
  );
}
