// Who gets the digest.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DigestConfig } from "#core/digest/config";

export const digests = sqliteTable("digests", {
  id: text("id").primaryKey(),
  config: text("config", { mode: "json" }).$type<DigestConfig>().notNull(),
  toldUntil: integer("told_until").notNull(),
  unsubscribedAt: integer("unsubscribed_at"),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
});
