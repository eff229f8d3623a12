// Staff, and the links that sign them in.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role } from "../../actor.ts";

export const staff = sqliteTable("staff", {
  id: text("id").primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  role: text("role").$type<Role>().notNull(),
  generation: integer("generation").notNull(),
  createdAt: integer("created_at").notNull(),
  createdBy: text("created_by").notNull(),
  disabledAt: integer("disabled_at"),
  lastSeenAt: integer("last_seen_at"),
  changedAt: integer("changed_at").notNull().default(0),
});

export const signInLinks = sqliteTable("sign_in_links", {
  hash: text("hash").primaryKey(),
  staffId: text("staff_id").notNull(),
  emailId: text("email_id").notNull(),
  createdAt: integer("created_at").notNull(),
  usedAt: integer("used_at"),
});
