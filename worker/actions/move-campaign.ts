// Pausing, resuming and cancelling: the Sender decides, and its answer is the state from that moment on.
import { and, eq } from "drizzle-orm";
import type { CampaignState } from "#core/campaign/campaign";
import type { Actor } from "../actor.ts";
import type { CampaignRow } from "../db/campaigns.ts";
import { campaigns } from "../db/schema/index.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindCampaign } from "./find-campaign.ts";
import { offerFreeze } from "./offer-freeze.ts";
import { moveOnSender, openOnSender } from "./tell-sender.ts";
import { recordDeed, writeAs } from "./write-as.ts";

export type Move = "pause" | "resume" | "cancel";

const TO = { pause: "paused", resume: "sending", cancel: "cancelled" } as const;

/** Throws `not_found`, or `conflict` for a campaign that has no way there. `reason`: in words, for those who read the history. */
export async function moveCampaign(
  services: Services,
  actor: Actor,
  id: string,
  move: Move,
  reason: string | null,
): Promise<CampaignRow> {
  const row = await mustFindCampaign(services, id);
  if (row.pinned === null) throw refused(row.state, move);
  const lineId = row.pinned.pinned.line.id;
  const call = { campaignId: id, to: TO[move], actor: actor.id, reason };
  let answer = await moveOnSender(services, lineId, call);
  if (answer.kind === "refused" && answer.state === "draft") {
    // Its Sender never heard of the launch: a crash in between.
    await openOnSender(services, row);
    answer = await moveOnSender(services, lineId, call);
  }
  if (answer.kind === "refused") throw refused(answer.state, move);
  const now = services.clock.now();
  // The journal brings it to D1 as well, with its place in the history; whoever looks at once should see it, too.
  const write = services.db
    .update(campaigns)
    .set({ state: answer.state, stateAt: now, stateBy: actor.id, stateReason: reason })
    .where(and(eq(campaigns.id, id), eq(campaigns.stateSeq, row.stateSeq)));
  const deed = { action: `campaign.${move}`, subject: { kind: "campaign", id } };
  if (!(await writeAs(services, actor, deed, write))) await recordDeed(services, actor, deed);
  if (move === "resume" && row.audienceFrozenAt === null) await offerFreeze(services, row);
  return mustFindCampaign(services, id);
}

function refused(state: CampaignState, move: Move): Problem {
  const isThere = state === TO[move];
  const message = isThere
    ? `This campaign is ${state} already.`
    : `A campaign that is ${state === "draft" ? "a draft" : state} cannot be ${DONE[move]}.`;
  return new Problem("conflict", message, { state });
}

const DONE = { pause: "paused", resume: "resumed", cancel: "cancelled" } as const;
