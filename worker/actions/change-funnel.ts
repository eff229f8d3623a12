// Changes a funnel over the revision its author was looking at. What is decided from here on goes by the new rules; campaigns
// that were launched are as they were.
import { and, eq, ne } from "drizzle-orm";
import type { FunnelConfig } from "#core/funnel/funnel";
import type { Actor } from "../actor.ts";
import { countPeopleAt } from "../db/funnel-figures.ts";
import type { FunnelRow } from "../db/funnels.ts";
import { funnels } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFunnel, mustFindFunnelInUse } from "./find-funnel.ts";
import { refuseErrors } from "./start-funnel.ts";
import { writeAs } from "./write-as.ts";

/**
 * Throws `not_found`; `conflict` where somebody changed it in between, or people are at a stage that would be gone; `invalid`
 * with the check's problems for a funnel that people are moving in.
 */
export async function changeFunnel(
  services: Services,
  actor: Actor,
  idOrKey: string,
  { revision, config }: { readonly revision: number; readonly config: FunnelConfig },
): Promise<FunnelRow> {
  const { db, d1, clock } = services;
  const before = await mustFindFunnelInUse(services, idOrKey);
  const kept = new Set(config.stages.map(({ id }) => id));
  for (const { stage, count } of await countPeopleAt(d1, before.id)) {
    if (!kept.has(stage))
      throw new Problem("conflict", `${count} people are at the stage "${stage}": it cannot go.`, {
        stage,
        count,
      });
  }
  if (before.state !== "draft") await refuseErrors(services, before.key, config);
  const write = db
    .update(funnels)
    .set({ config, revision: revision + 1, changedAt: clock.now() })
    .where(and(eq(funnels.id, before.id), eq(funnels.revision, revision), ne(funnels.state, "archived")));
  const deed = {
    action: "funnel.change",
    subject: { kind: "funnel", id: before.id },
    detail: { revision: revision + 1 },
  };
  const isSaved = await writeAs(services, actor, deed, write);
  const now = await mustFindFunnel(services, before.id);
  if (isSaved) return now;
  throw new Problem("conflict", `This was made from revision ${revision}; by now it is ${now.revision}.`, {
    revision: now.revision,
  });
}
