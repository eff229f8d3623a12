// Who is meant and what is said: segments, static lists, message templates.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Condition } from "#core/condition";
import type { MessageTemplate } from "#core/message-template/template";

export const segments = sqliteTable("segments", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  kind: text("kind").$type<"filter" | "list">().notNull(),
  filter: text("filter", { mode: "json" }).$type<Condition>(),
  revision: integer("revision").notNull(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  changedAt: integer("changed_at").notNull(),
  archivedAt: integer("archived_at"),
});

export const segmentMembers = sqliteTable(
  "segment_members",
  {
    segmentId: text("segment_id").notNull(),
    contactId: text("contact_id").notNull(),
    source: text("source").notNull(),
    addedAt: integer("added_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.contactId] })],
);

export const templates = sqliteTable("templates", {
  id: text("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  document: text("document", { mode: "json" }).$type<MessageTemplate>().notNull(),
  revision: integer("revision").notNull(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  changedAt: integer("changed_at").notNull(),
  archivedAt: integer("archived_at"),
});
