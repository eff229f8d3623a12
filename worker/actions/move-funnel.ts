// Starts, pauses or archives a funnel, and the campaigns it began with it. Who was asked may still answer, and silence still counts.
import { and, eq, inArray } from "drizzle-orm";
import type { FunnelState } from "#core/funnel/funnel";
import type { Actor } from "../actor.ts";
import { funnels } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindFunnel } from "./find-funnel.ts";
import type { Move } from "./move-campaign.ts";
import { steerCampaignsOf } from "./steer-funnel-campaigns.ts";
import { writeAs } from "./write-as.ts";

const VERBS = { draft: "draft", running: "start", paused: "pause", archived: "archive" } as const;

const CAMPAIGNS: Readonly<Record<FunnelState, Move | null>> = {
  draft: null,
  running: "resume",
  paused: "pause",
  archived: "cancel",
};

/** Returns its id. Where it is there already nothing is written. Throws `not_found`, or `conflict` from any other state than `from`. */
export async function moveFunnel(
  services: Services,
  actor: Actor,
  idOrKey: string,
  to: FunnelState,
  from: readonly FunnelState[],
): Promise<string> {
  const { db, clock } = services;
  const { id, key, state } = await mustFindFunnel(services, idOrKey);
  if (state !== to) {
    const deed = { action: `funnel.${VERBS[to]}`, subject: { kind: "funnel", id } };
    const write = db
      .update(funnels)
      .set({ state: to, changedAt: clock.now() })
      .where(and(eq(funnels.id, id), inArray(funnels.state, [...from])));
    if (!(await writeAs(services, actor, deed, write)))
      throw new Problem("conflict", `This funnel is ${state}: it cannot be ${to}.`, { state });
  }
  // Also where it is there already: a crash may have come between the two.
  const move = CAMPAIGNS[to];
  if (move !== null) await steerCampaignsOf(services, actor, key, move);
  return id;
}
