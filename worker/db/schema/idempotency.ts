// Requests that are to count once, with what they were answered.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const idempotency = sqliteTable(
  "idempotency",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    request: text("request").notNull(),
    at: integer("at").notNull(),
    status: integer("status"),
    answer: text("answer"),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] })],
);
