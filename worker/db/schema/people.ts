// Who we know: contacts, their addresses, and everything dated that is known about them.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ConsentKind, Reach } from "#core/consent/permission";
import type { FieldValue } from "#core/conversation/run";

export const contacts = sqliteTable("contacts", {
  id: text("id").primaryKey(),
  name: text("name"),
  nameChangedAt: integer("name_changed_at").notNull(),
  language: text("language"),
  languageChangedAt: integer("language_changed_at").notNull(),
  zone: text("zone"),
  zoneChangedAt: integer("zone_changed_at").notNull(),
  createdAt: integer("created_at").notNull(),
  mergedInto: text("merged_into"),
  erasedAt: integer("erased_at"),
  nameSource: text("name_source"),
  languageSource: text("language_source"),
  zoneSource: text("zone_source"),
});

export const addresses = sqliteTable("addresses", {
  id: text("id").primaryKey(),
  contactId: text("contact_id").notNull(),
  kind: text("kind").notNull(),
  value: text("value"),
  optedOutAt: integer("opted_out_at"),
  optedInAt: integer("opted_in_at"),
  lastHeardAt: integer("last_heard_at"),
  dueAt: integer("due_at"),
  dueChangedAt: integer("due_changed_at").notNull(),
  erasedAt: integer("erased_at"),
});

export const attributes = sqliteTable(
  "attributes",
  {
    contactId: text("contact_id").notNull(),
    name: text("name").notNull(),
    value: text("value", { mode: "json" }).$type<FieldValue>().notNull(),
    changedAt: integer("changed_at").notNull(),
    source: text("source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.name] })],
);

export const tags = sqliteTable(
  "tags",
  {
    contactId: text("contact_id").notNull(),
    tag: text("tag").notNull(),
    present: integer("present").notNull(),
    changedAt: integer("changed_at").notNull(),
    source: text("source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.tag] })],
);

export const categories = sqliteTable(
  "categories",
  {
    contactId: text("contact_id").notNull(),
    funnel: text("funnel").notNull(),
    category: text("category").notNull(),
    changedAt: integer("changed_at").notNull(),
    source: text("source").notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.funnel] })],
);

export const consents = sqliteTable(
  "consents",
  {
    addressId: text("address_id").notNull(),
    id: text("id").notNull(),
    kind: text("kind").$type<ConsentKind>().notNull(),
    /** `person` and `carrier`: their own decision; everything else (`api`, an import's id) is what we were told. */
    source: text("source").notNull(),
    words: text("words").notNull(),
    lineId: text("line_id"),
    at: integer("at").notNull(),
    channel: text("channel").$type<Reach>().notNull(),
    actor: text("actor"),
  },
  (table) => [primaryKey({ columns: [table.addressId, table.id] })],
);

export const permissions = sqliteTable(
  "permissions",
  {
    addressId: text("address_id").notNull(),
    channel: text("channel").notNull(),
    grantedAt: integer("granted_at"),
    suppressedAt: integer("suppressed_at"),
    grantLiftedAt: integer("grant_lifted_at"),
    suppressionLiftedAt: integer("suppression_lifted_at"),
    optedOutAt: integer("opted_out_at"),
    optedInAt: integer("opted_in_at"),
  },
  (table) => [primaryKey({ columns: [table.addressId, table.channel] })],
);

export const spreads = sqliteTable(
  "spreads",
  {
    addressId: text("address_id").notNull(),
    fromId: text("from_id").notNull(),
    channel: text("channel").notNull(),
    stoppedAt: integer("stopped_at"),
    startedAt: integer("started_at"),
  },
  (table) => [primaryKey({ columns: [table.addressId, table.fromId, table.channel] })],
);
