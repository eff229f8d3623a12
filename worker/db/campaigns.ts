// Campaigns as they stand, how they moved, and whom they leave out.
import { and, desc, eq, getTableColumns, gt, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { CampaignState } from "#core/campaign/campaign";
import { campaignHistory, campaigns, contacts, exclusions } from "./schema/index.ts";

export type CampaignRow = typeof campaigns.$inferSelect;
/** As lists show it: what a launch holds fast may be a whole flow. */
export type CampaignSummary = Omit<CampaignRow, "pinned" | "forecast">;

const { pinned: _pinned, forecast: _forecast, ...SUMMARY } = getTableColumns(campaigns);
export type HistoryRow = typeof campaignHistory.$inferSelect;

export interface CampaignFilter {
  readonly before?: string | undefined;
  readonly state?: CampaignState | undefined;
  readonly lineId?: string | undefined;
  readonly withArchived?: boolean | undefined;
}

export async function findCampaign(db: DrizzleD1Database, id: string): Promise<CampaignRow | null> {
  return (await db.select().from(campaigns).where(eq(campaigns.id, id)).get()) ?? null;
}

/** Newest first, one more than the limit. */
export async function listCampaigns(
  db: DrizzleD1Database,
  limit: number,
  { before, state, lineId, withArchived = false }: CampaignFilter,
): Promise<CampaignSummary[]> {
  const filter = and(
    before === undefined ? undefined : lt(campaigns.id, before),
    state === undefined ? undefined : eq(campaigns.state, state),
    lineId === undefined ? undefined : eq(campaigns.lineId, lineId),
    withArchived ? undefined : isNull(campaigns.archivedAt),
  );
  return db
    .select(SUMMARY)
    .from(campaigns)
    .where(filter)
    .orderBy(desc(campaigns.id))
    .limit(limit + 1);
}

/** Those in one of the states that this actor made. */
export async function listMadeBy(
  db: DrizzleD1Database,
  actorId: string,
  states: readonly CampaignState[],
): Promise<Pick<CampaignRow, "id" | "stateReason">[]> {
  const filter = and(inArray(campaigns.state, [...states]), eq(campaigns.createdBy, actorId));
  return db.select({ id: campaigns.id, stateReason: campaigns.stateReason }).from(campaigns).where(filter);
}

/** Newest first, one more than the limit. */
export async function listHistory(
  db: DrizzleD1Database,
  campaignId: string,
  limit: number,
  before?: number,
): Promise<HistoryRow[]> {
  const older = before === undefined ? undefined : lt(campaignHistory.seq, before);
  return db
    .select()
    .from(campaignHistory)
    .where(and(eq(campaignHistory.campaignId, campaignId), older))
    .orderBy(desc(campaignHistory.seq))
    .limit(limit + 1);
}

export type ExclusionRow = Awaited<ReturnType<typeof listExclusions>>[number];

/** In the order of their contacts' ids, one more than the limit. */
export async function listExclusions(
  db: DrizzleD1Database,
  campaignId: string,
  limit: number,
  { after, reason }: { after?: string | undefined; reason?: string | undefined },
) {
  const filter = and(
    eq(exclusions.campaignId, campaignId),
    after === undefined ? undefined : gt(exclusions.contactId, after),
    reason === undefined ? undefined : eq(exclusions.reason, reason),
  );
  return db
    .select({
      contactId: exclusions.contactId,
      name: contacts.name,
      reason: exclusions.reason,
      detail: exclusions.detail,
      at: exclusions.at,
    })
    .from(exclusions)
    .leftJoin(contacts, eq(contacts.id, exclusions.contactId))
    .where(filter)
    .orderBy(exclusions.contactId)
    .limit(limit + 1);
}

/**
 * Started by `now`, not frozen, and not worked on since `idleSince`; and those frozen between `toldSince` and then, whose
 * Sender may not have heard of it. Epoch milliseconds.
 */
export async function listUnfrozen(
  db: DrizzleD1Database,
  {
    now,
    idleSince,
    toldSince,
  }: { readonly now: number; readonly idleSince: number; readonly toldSince: number },
): Promise<Pick<CampaignRow, "id" | "launchedAt">[]> {
  const filter = and(
    inArray(campaigns.state, ["scheduled", "sending"]),
    lte(campaigns.launchedAt, now),
    or(isNull(campaigns.audienceStepAt), lt(campaigns.audienceStepAt, idleSince)),
    or(isNull(campaigns.audienceFrozenAt), gt(campaigns.audienceFrozenAt, toldSince)),
  );
  return db.select({ id: campaigns.id, launchedAt: campaigns.launchedAt }).from(campaigns).where(filter);
}
