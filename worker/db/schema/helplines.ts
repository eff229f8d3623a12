// Volunteer groups, their people and their rotas.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import type { Override, Shift } from "#core/rota/rota";

export const helplines = sqliteTable("helplines", {
  id: text("id").primaryKey(),
  number: text("number").unique(),
  config: text("config", { mode: "json" }).$type<HelplineConfig>().notNull(),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
  archivedAt: integer("archived_at"),
});

export const volunteers = sqliteTable("volunteers", {
  id: text("id").primaryKey(),
  config: text("config", { mode: "json" }).$type<VolunteerConfig>().notNull(),
  addressId: text("address_id"),
  quarantinedUntil: integer("quarantined_until"),
  quarantineReason: text("quarantine_reason"),
  quarantineLiftedAt: integer("quarantine_lifted_at"),
  createdAt: integer("created_at").notNull(),
  changedAt: integer("changed_at").notNull(),
  removedAt: integer("removed_at"),
});

export const memberships = sqliteTable(
  "memberships",
  {
    helplineId: text("helpline_id").notNull(),
    volunteerId: text("volunteer_id").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.helplineId, table.volunteerId] })],
);

export const shifts = sqliteTable(
  "shifts",
  {
    helplineId: text("helpline_id").notNull(),
    id: text("id").notNull(),
    body: text("body", { mode: "json" }).$type<Shift>().notNull(),
    changedAt: integer("changed_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.helplineId, table.id] })],
);

export const overrides = sqliteTable(
  "overrides",
  {
    helplineId: text("helpline_id").notNull(),
    date: text("date").notNull(),
    id: text("id").notNull(),
    body: text("body", { mode: "json" }).$type<Override>().notNull(),
    madeBy: text("made_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.helplineId, table.date, table.id] })],
);

export const blocks = sqliteTable(
  "blocks",
  {
    helplineId: text("helpline_id").notNull(),
    addressId: text("address_id").notNull(),
    reason: text("reason").notNull(),
    madeBy: text("made_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.helplineId, table.addressId] })],
);
