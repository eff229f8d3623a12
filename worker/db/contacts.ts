// Contacts and their addresses, with what is known about each.
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { wordsOf } from "#core/compare";
import type { Standing } from "#core/consent/standing";
import type { Channel } from "#core/conversation/run";
import { openBinding } from "./segment/binding.ts";
import { foldSql } from "./segment/text.ts";
import { addresses, attributes, categories, contacts, tags } from "./schema/index.ts";
import { standingSql } from "./standing.ts";

export type ContactRow = typeof contacts.$inferSelect;
export type AddressRow = typeof addresses.$inferSelect;

export interface ContactFilter {
  readonly tag?: string | undefined;
  readonly funnel?: string | undefined;
  /** One of the funnel's. */
  readonly category?: string | undefined;
  readonly attribute?: string | undefined;
  /** What the attribute is, as it is written: `Berlin`, `42`, `true`. */
  readonly is?: string | undefined;
  /** Where they stand at one of their addresses, on a channel. */
  readonly standing?: Standing | undefined;
  readonly channel: Channel;
  /** Part of a name, in any case. */
  readonly name?: string | undefined;
  /** The last of the page before: createdAt and id. */
  readonly before?: readonly [number, string] | undefined;
}

/** Erased people are gone, except where the same address was heard from again. */
const isThere = sql`(${contacts.erasedAt} is null or exists (
  select 1 from ${addresses} where ${addresses.contactId} = ${contacts.id} and ${addresses.value} is not null))`;

/** Newest first, one more than the limit. */
export async function listContacts(
  db: DrizzleD1Database,
  limit: number,
  { tag, name, before, ...more }: ContactFilter,
): Promise<ContactRow[]> {
  const tagged = sql`exists (
    select 1 from ${tags} where ${tags.tag} = ${tag ?? ""} and ${tags.contactId} = ${contacts.id} and ${tags.present} = 1)`;
  const filter = and(
    isNull(contacts.mergedInto),
    isThere,
    tag === undefined ? undefined : tagged,
    hasCategory(more),
    hasAttribute(more),
    hasStanding(more),
    name === undefined ? undefined : isNamed(name),
    before === undefined
      ? undefined
      : sql`(${contacts.createdAt}, ${contacts.id}) < (${before[0]}, ${before[1]})`,
  );
  return db
    .select()
    .from(contacts)
    .where(filter)
    .orderBy(desc(contacts.createdAt), desc(contacts.id))
    .limit(limit + 1);
}

/** In any case of any alphabet, as conditions compare; SQLite's own `lower` knows ASCII only. */
function isNamed(part: string): SQL {
  const binding = openBinding("asked.q");
  const [folded, wanted] = [foldSql("contacts.name", binding), binding.bind(wordsOf(part))];
  return sql`exists (select 1 from (select ${binding.json()} as q) asked where ${sql.raw(`instr(${folded}, ${wanted})`)} > 0)`;
}

function hasCategory({ funnel, category }: Pick<ContactFilter, "funnel" | "category">): SQL | undefined {
  if (funnel === undefined) return undefined;
  const isIt = category === undefined ? sql`true` : eq(categories.category, category);
  return sql`exists (
    select 1 from ${categories} where ${categories.contactId} = ${contacts.id} and ${categories.funnel} = ${funnel} and ${isIt})`;
}

function hasAttribute({ attribute, is }: Pick<ContactFilter, "attribute" | "is">): SQL | undefined {
  if (attribute === undefined) return undefined;
  // Values are JSON: a word in quotation marks, a number or a truth without.
  const isIt =
    is === undefined
      ? sql`${attributes.value} <> 'null'`
      : sql`${attributes.value} in (json_quote(${is}), ${is})`;
  return sql`exists (
    select 1 from ${attributes} where ${attributes.contactId} = ${contacts.id} and ${attributes.name} = ${attribute} and ${isIt})`;
}

function hasStanding({ standing, channel }: Pick<ContactFilter, "standing" | "channel">): SQL | undefined {
  if (standing === undefined) return undefined;
  const place = { address: "a", channel: `'${channel}'` };
  return sql`exists (
    select 1 from addresses a where a.contact_id = ${contacts.id} and a.value is not null
       and ${sql.raw(standingSql(place))} = ${standing})`;
}

/** The addresses of several contacts at once. */
export async function listAddresses(
  db: DrizzleD1Database,
  contactIds: readonly string[],
): Promise<AddressRow[]> {
  // D1 binds a hundred parameters at most; a list in JSON is one.
  const wanted = sql`${addresses.contactId} in (select value from json_each(${JSON.stringify(contactIds)}))`;
  return db.select().from(addresses).where(wanted).orderBy(addresses.id);
}

export async function findContact(db: DrizzleD1Database, id: string): Promise<ContactRow | null> {
  return (await db.select().from(contacts).where(eq(contacts.id, id)).get()) ?? null;
}

/** What is known about one contact beside name and language. */
export async function readKnowledge(db: DrizzleD1Database, contactId: string) {
  const [known, tagged, sorted] = await db.batch([
    db.select().from(attributes).where(eq(attributes.contactId, contactId)).orderBy(attributes.name),
    db
      .select()
      .from(tags)
      .where(and(eq(tags.contactId, contactId), eq(tags.present, 1)))
      .orderBy(tags.tag),
    db.select().from(categories).where(eq(categories.contactId, contactId)).orderBy(categories.funnel),
  ]);
  return { attributes: known, tags: tagged, categories: sorted };
}

export async function findAddress(db: DrizzleD1Database, id: string): Promise<AddressRow | null> {
  return (await db.select().from(addresses).where(eq(addresses.id, id)).get()) ?? null;
}

/** Whom an address belongs to; one that D1 does not know yet makes a contact of its own id. */
export async function contactIdOf(db: DrizzleD1Database, addressId: string): Promise<string> {
  return (await findAddress(db, addressId))?.contactId ?? addressId;
}
