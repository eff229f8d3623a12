// Reminders, offers of open shifts, and how far the evenings were looked after.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Answer, AskingKind, Way } from "#core/asking/asking";

export const reminderWindows = sqliteTable("reminder_windows", {
  helplineId: text("helpline_id").primaryKey(),
  endedAt: integer("ended_at").notNull(),
});

export const askings = sqliteTable("askings", {
  id: text("id").primaryKey(),
  batchId: text("batch_id").notNull(),
  kind: text("kind").$type<AskingKind>().notNull(),
  helplineId: text("helpline_id").notNull(),
  volunteerId: text("volunteer_id").notNull(),
  shiftId: text("shift_id").notNull(),
  date: text("date").notNull(),
  startsAt: integer("starts_at").notNull(),
  endsAt: integer("ends_at").notNull(),
  askedAt: integer("asked_at").notNull(),
  answer: text("answer").$type<Answer>(),
  answeredAt: integer("answered_at"),
});

export const askingWays = sqliteTable(
  "asking_ways",
  {
    askingId: text("asking_id").notNull(),
    way: text("way").$type<Way>().notNull(),
    state: text("state").$type<"due" | "sent" | "missed" | "refused">().notNull(),
    reason: text("reason"),
    sentAs: text("sent_as"),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.askingId, table.way] })],
);

export const openings = sqliteTable("openings", {
  id: text("id").primaryKey(),
  helplineId: text("helpline_id").notNull(),
  shiftId: text("shift_id").notNull(),
  date: text("date").notNull(),
  startsAt: integer("starts_at").notNull(),
  endsAt: integer("ends_at").notNull(),
  openedAt: integer("opened_at").notNull(),
  offeredAt: integer("offered_at"),
  alertAt: integer("alert_at").notNull(),
  alertedAt: integer("alerted_at"),
  takenBy: text("taken_by"),
  takenAt: integer("taken_at"),
});

export const relayedTexts = sqliteTable("relayed_texts", {
  messageId: text("message_id").primaryKey(),
  callerId: text("caller_id").notNull(),
  at: integer("at").notNull(),
});

export const relays = sqliteTable("relays", {
  helplineId: text("helpline_id").primaryKey(),
  heardAt: integer("heard_at").notNull(),
});
