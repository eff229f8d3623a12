// E-mails, and whom no more are sent to.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Attachment } from "#core/mail/document";
import type { EmailEvent, EmailState } from "#core/mail/state";

export const emails = sqliteTable("emails", {
  id: text("id").primaryKey(),
  kind: text("kind").notNull(),
  recipient: text("recipient").notNull(),
  recipientId: text("recipient_id").notNull(),
  subject: text("subject").notNull(),
  html: text("html").notNull(),
  body: text("body").notNull(),
  unsubscribeUrl: text("unsubscribe_url"),
  attachments: text("attachments", { mode: "json" }).$type<readonly Attachment[]>().notNull(),
  aboutKind: text("about_kind"),
  aboutId: text("about_id"),
  addressId: text("address_id"),
  state: text("state").$type<EmailState>().notNull(),
  rank: integer("rank").notNull(),
  reason: text("reason"),
  attempts: integer("attempts").notNull(),
  round: integer("round").notNull(),
  dueAt: integer("due_at"),
  expiresAt: integer("expires_at"),
  doubtAt: integer("doubt_at"),
  batchId: text("batch_id"),
  providerId: text("provider_id"),
  history: text("history", { mode: "json" }).$type<readonly EmailEvent[]>().notNull(),
  createdAt: integer("created_at").notNull(),
});

export const emailSuppressions = sqliteTable("email_suppressions", {
  recipientId: text("recipient_id").primaryKey(),
  masked: text("masked").notNull(),
  cause: text("cause").$type<"bounced" | "complained">().notNull(),
  detail: text("detail"),
  at: integer("at").notNull(),
  liftedAt: integer("lifted_at"),
  liftedBy: text("lifted_by"),
});
