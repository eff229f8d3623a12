// Campaigns, how they moved, and whom they leave out. Their recipients are rows of `messages`.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CampaignConfig, CampaignState } from "#core/campaign/campaign";
import type { Launched } from "#core/campaign/launched";
import type { KeptForecast } from "#core/campaign/forecast";
import type { Tally } from "#core/campaign/tally";

export const campaigns = sqliteTable("campaigns", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  lineId: text("line_id").notNull(),
  config: text("config", { mode: "json" }).$type<CampaignConfig>().notNull(),
  revision: integer("revision").notNull(),
  state: text("state").$type<CampaignState>().notNull(),
  stateSeq: integer("state_seq").notNull(),
  stateAt: integer("state_at").notNull(),
  stateBy: text("state_by").notNull(),
  stateReason: text("state_reason"),
  forecast: text("forecast", { mode: "json" }).$type<KeptForecast>(),
  pinned: text("pinned", { mode: "json" }).$type<Launched>(),
  launchedAt: integer("launched_at"),
  launchedBy: text("launched_by"),
  audienceCursor: text("audience_cursor"),
  audienceFrozenAt: integer("audience_frozen_at"),
  audienceStepAt: integer("audience_step_at"),
  tally: text("tally", { mode: "json" }).$type<Tally>(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  changedAt: integer("changed_at").notNull(),
  archivedAt: integer("archived_at"),
});

export const campaignHistory = sqliteTable(
  "campaign_history",
  {
    campaignId: text("campaign_id").notNull(),
    seq: integer("seq").notNull(),
    state: text("state").$type<CampaignState>().notNull(),
    at: integer("at").notNull(),
    actor: text("actor").notNull(),
    reason: text("reason"),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.seq] })],
);

export const exclusions = sqliteTable(
  "exclusions",
  {
    campaignId: text("campaign_id").notNull(),
    contactId: text("contact_id").notNull(),
    reason: text("reason").notNull(),
    detail: text("detail"),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.contactId] })],
);
