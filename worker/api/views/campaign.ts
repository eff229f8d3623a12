// Campaigns as the API shows them.
import * as z from "zod";
import { Audience, CAMPAIGN_STATES, CampaignConfig, Content } from "#core/campaign/campaign";
import type { Finding } from "#core/campaign/checklist";
import { excludedCount } from "#core/campaign/tally";
import type { CampaignSummary, ExclusionRow, HistoryRow } from "../../db/campaigns.ts";
import { EXCLUSIONS, isExclusion } from "#core/campaign/exclusion";
import "./describe-campaign.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

CampaignConfig.register(z.globalRegistry, { id: "CampaignConfig" });
Audience.register(z.globalRegistry, { id: "CampaignAudience" });
Content.register(z.globalRegistry, { id: "CampaignContent" });

const State = z.enum(CAMPAIGN_STATES);

export const CampaignView = z
  .object({
    id: z.string(),
    name: z.string(),
    lineId: z.string(),
    state: State,
    stateAt: Time,
    stateBy: z.string().meta({ description: "Who moved it there; `partyline` where it moved by itself." }),
    stateReason: z
      .string()
      .nullable()
      .meta({ description: "In words, where somebody or something gave one." }),
    revision: z.int().meta({ description: "Counts the changes; a change names the one it was made from." }),
    config: CampaignConfig,
    createdAt: Time,
    createdBy: z.string(),
    changedAt: Time,
    launchedAt: Time.nullable().meta({ description: "When its messages begin: the launch, or its start." }),
    launchedBy: z.string().nullable(),
    frozenAt: Time.nullable().meta({ description: "When its audience was complete." }),
    audience: z
      .object({ people: z.int(), planned: z.int(), excluded: z.int() })
      .nullable()
      .meta({ description: "As far as it is frozen; null before the launch." }),
    archivedAt: Time.nullable(),
  })
  .meta({ id: "Campaign" });

export function toCampaignView(row: CampaignSummary) {
  const { id, name, lineId, state, stateBy, stateReason, revision, config, createdBy, launchedBy, tally } =
    row;
  return {
    id,
    name,
    lineId,
    state,
    stateAt: toTime(row.stateAt),
    stateBy,
    stateReason,
    revision,
    config,
    createdAt: toTime(row.createdAt),
    createdBy,
    changedAt: toTime(row.changedAt),
    launchedAt: toTimeOrNull(row.launchedAt),
    launchedBy,
    frozenAt: toTimeOrNull(row.audienceFrozenAt),
    audience:
      tally === null
        ? null
        : { people: tally.people, planned: tally.planned, excluded: excludedCount(tally) },
    archivedAt: toTimeOrNull(row.archivedAt),
  };
}

export const FindingView = z
  .object({ kind: z.enum(["error", "warning"]), code: z.string(), message: z.string() })
  .meta({ id: "CampaignFinding" }) satisfies z.ZodType<Finding>;

export const HistoryView = z
  .object({
    seq: z.int(),
    state: State,
    at: Time,
    by: z.string().meta({ description: "Who moved it; `partyline` where it was the campaign itself." }),
    reason: z.string().nullable(),
  })
  .meta({ id: "CampaignMove" });

export function toHistoryView({ seq, state, at, actor, reason }: HistoryRow) {
  return { seq, state, at: toTime(at), by: actor, reason };
}

export const ExclusionView = z
  .object({
    contactId: z.string(),
    name: z.string().nullable(),
    reason: z.string(),
    words: z.string().meta({ description: "The reason in words: goes on after `they`." }),
    detail: z.string().nullable().meta({ description: "Such as the placeholders that are missing." }),
    at: Time,
  })
  .meta({ id: "CampaignExclusion" });

export function toExclusionView({ at, ...row }: ExclusionRow) {
  return { ...row, words: describeExclusion(row.reason), at: toTime(at) };
}

export function describeExclusion(reason: string): string {
  return isExclusion(reason) ? EXCLUSIONS[reason] : reason;
}
