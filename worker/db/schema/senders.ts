// When Senders and Helplines want to be woken.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const timers = sqliteTable(
  "timers",
  {
    object: text("object").$type<"sender" | "helpline">().notNull(),
    id: text("id").notNull(),
    dueAt: integer("due_at"),
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.object, table.id] })],
);
