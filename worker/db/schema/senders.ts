// When Senders want to be woken.
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const senderTimers = sqliteTable("sender_timers", {
  lineId: text("line_id").primaryKey(),
  dueAt: integer("due_at"),
  changedAt: integer("changed_at").notNull(),
});
