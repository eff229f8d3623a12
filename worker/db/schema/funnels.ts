// Funnels: their members, every step of theirs, and the slots that were run.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { FunnelConfig, FunnelState } from "#core/funnel/funnel";
import type { Cause, Phase } from "#core/funnel/member";

export const funnels = sqliteTable("funnels", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  config: text("config", { mode: "json" }).$type<FunnelConfig>().notNull(),
  revision: integer("revision").notNull(),
  state: text("state").$type<FunnelState>().notNull(),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
});

export const funnelMembers = sqliteTable(
  "funnel_members",
  {
    funnelId: text("funnel_id").notNull(),
    contactId: text("contact_id").notNull(),
    stage: text("stage").notNull(),
    phase: text("phase").$type<Phase>().notNull(),
    category: text("category"),
    dueAt: integer("due_at"),
    round: integer("round").notNull(),
    holds: integer("holds").notNull(),
    campaignId: text("campaign_id"),
    slotAt: integer("slot_at"),
    settledAt: integer("settled_at").notNull(),
    revision: integer("revision").notNull(),
    cause: text("cause").$type<Cause>().notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.funnelId, table.contactId] })],
);

export const funnelAnswers = sqliteTable(
  "funnel_answers",
  {
    funnelId: text("funnel_id").notNull(),
    contactId: text("contact_id").notNull(),
    at: integer("at").notNull(),
    category: text("category").notNull(),
  },
  (table) => [primaryKey({ columns: [table.funnelId, table.contactId, table.at, table.category] })],
);

export const funnelMoves = sqliteTable(
  "funnel_moves",
  {
    funnelId: text("funnel_id").notNull(),
    contactId: text("contact_id").notNull(),
    revision: integer("revision").notNull(),
    at: integer("at").notNull(),
    day: text("day").notNull(),
    cause: text("cause").$type<Cause>().notNull(),
    detail: text("detail"),
    fromStage: text("from_stage"),
    fromPhase: text("from_phase").$type<Phase>(),
    stage: text("stage").notNull(),
    phase: text("phase").$type<Phase>().notNull(),
    category: text("category"),
    campaignId: text("campaign_id"),
  },
  (table) => [primaryKey({ columns: [table.funnelId, table.contactId, table.revision] })],
);

export const funnelSlots = sqliteTable(
  "funnel_slots",
  {
    funnelId: text("funnel_id").notNull(),
    at: integer("at").notNull(),
    day: text("day").notNull(),
    people: integer("people").notNull(),
    chosenBy: text("chosen_by").notNull(),
    doneAt: integer("done_at"),
  },
  (table) => [primaryKey({ columns: [table.funnelId, table.at] })],
);
