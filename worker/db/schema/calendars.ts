// Feeds of shifts.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const calendars = sqliteTable(
  "calendars",
  {
    kind: text("kind").$type<"helpline" | "volunteer">().notNull(),
    id: text("id").notNull(),
    generation: integer("generation").notNull(),
    revokedAt: integer("revoked_at"),
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
);
