// What organisers set up: settings, lines, flows and their versions, triggers, API tokens. migrations/ is the truth; a test compares.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Scopes } from "#core/area";
import type { Flow } from "#core/conversation/flow";
import type { LineConfig } from "#core/line";

export const settings = sqliteTable("settings", {
  name: text("name").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
  changedAt: integer("changed_at").notNull(),
});

export const lines = sqliteTable("lines", {
  id: text("id").primaryKey(),
  channel: text("channel").notNull(),
  address: text("address").notNull(),
  config: text("config", { mode: "json" }).$type<LineConfig>().notNull(),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
  archivedAt: integer("archived_at"),
});

export const flows = sqliteTable("flows", {
  id: text("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** As it was saved, even with mistakes: a draft is allowed to be wrong. */
  draft: text("draft", { mode: "json" }).$type<unknown>().notNull(),
  revision: integer("revision").notNull(),
  publishedVersionId: text("published_version_id"),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
  archivedAt: integer("archived_at"),
});

export const flowVersions = sqliteTable("flow_versions", {
  id: text("id").primaryKey(),
  flowId: text("flow_id").notNull(),
  number: integer("number").notNull(),
  document: text("document", { mode: "json" }).$type<Flow>().notNull(),
  quickReplies: text("quick_replies", { mode: "json" }).$type<Record<string, string>>().notNull(),
  publishedAt: integer("published_at").notNull(),
  publishedBy: text("published_by").notNull(),
});

export const triggers = sqliteTable("triggers", {
  id: text("id").primaryKey(),
  lineId: text("line_id").notNull(),
  keyword: text("keyword").notNull(),
  flowId: text("flow_id").notNull(),
  createdAt: integer("created_at").notNull(),
});

export const tokens = sqliteTable("tokens", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  role: text("role").$type<"owner" | "editor" | "viewer">().notNull(),
  hash: text("hash").notNull().unique(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  lastUsedAt: integer("last_used_at"),
  revokedAt: integer("revoked_at"),
  expiresAt: integer("expires_at"),
  scopes: text("scopes", { mode: "json" }).$type<Scopes>(),
});
