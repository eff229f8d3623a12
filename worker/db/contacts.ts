// Contacts and their addresses, with what is known about each.
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { and, asc, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Standing } from "#core/consent/standing";
import type { Channel } from "#core/conversation/run";
import { REACH } from "./segment/members.ts";
import { addresses, attributes, categories, contacts, tags } from "./schema/index.ts";
import { isNamed } from "./named.ts";
import { maybeStandingSql, standingSql } from "./standing.ts";

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
  /** A channel that reaches one of their addresses. */
  readonly reach?: Channel | undefined;
  readonly language?: string | undefined;
  /** Epoch milliseconds, the end excluded. */
  readonly createdFrom?: number | undefined;
  readonly createdBefore?: number | undefined;
  readonly sort: "newest" | "oldest" | "name";
  /** Part of a name, in any case. */
  readonly name?: string | undefined;
  /** The last of the page before, as `placeOf` says. */
  readonly after?: Place | undefined;
}

/** Erased people are gone, except where the same address was heard from again. */
const isThere = sql`(${contacts.erasedAt} is null or exists (
  select 1 from ${addresses} where ${addresses.contactId} = ${contacts.id} and ${addresses.value} is not null))`;

/** In the order asked for, one more than the limit. */
export async function listContacts(
  db: DrizzleD1Database,
  limit: number,
  { tag, name, sort, after, language, createdFrom, createdBefore, ...more }: ContactFilter,
): Promise<ContactRow[]> {
  const { order, isAfter } = ORDERS[sort];
  const tagged = sql`${contacts.id} in (
    select ${tags.contactId} from ${tags} where ${tags.tag} = ${tag ?? ""} and ${tags.present} = 1)`;
  const filter = and(
    isNull(contacts.mergedInto),
    isThere,
    tag === undefined ? undefined : tagged,
    hasCategory(more),
    hasAttribute(more),
    hasStanding(more),
    hasReach(more),
    language === undefined ? undefined : eq(contacts.language, language),
    createdFrom === undefined ? undefined : gte(contacts.createdAt, createdFrom),
    createdBefore === undefined ? undefined : lt(contacts.createdAt, createdBefore),
    name === undefined ? undefined : isNamed(name),
    after === undefined ? undefined : isAfter(after),
  );
  return db
    .select()
    .from(contacts)
    .where(filter)
    .orderBy(...order)
    .limit(limit + 1);
}

/** Where a contact stands in an order: what it goes by, and the id. */
type Place = readonly [by: string | number, id: string];

export function placeOf(sort: ContactFilter["sort"], { name, createdAt, id }: ContactRow): Place {
  return [sort === "name" ? (name ?? "") : createdAt, id];
}

/** Who has no name comes behind everybody, as the last character there is. */
const nameKey = (name: unknown) => sql`coalesce(lower(nullif(${name}, '')), char(1114111))`;

const ORDERS: Readonly<
  Record<ContactFilter["sort"], { readonly order: SQL[]; readonly isAfter: (place: Place) => SQL }>
> = {
  newest: {
    order: [desc(contacts.createdAt), desc(contacts.id)],
    isAfter: ([at, id]) => sql`(${contacts.createdAt}, ${contacts.id}) < (${at}, ${id})`,
  },
  oldest: {
    order: [asc(contacts.createdAt), asc(contacts.id)],
    isAfter: ([at, id]) => sql`(${contacts.createdAt}, ${contacts.id}) > (${at}, ${id})`,
  },
  name: {
    order: [nameKey(contacts.name), asc(contacts.id)],
    isAfter: ([name, id]) => sql`(${nameKey(contacts.name)}, ${contacts.id}) > (${nameKey(name)}, ${id})`,
  },
};

function hasReach({ reach }: Pick<ContactFilter, "reach">): SQL | undefined {
  if (reach === undefined) return undefined;
  return sql`${contacts.id} in (
    select contact_id from addresses where value is not null and kind in ${sql.raw(REACH[reach])})`;
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
  const maybe = maybeStandingSql(standing);
  const some = maybe === null ? sql`true` : sql`${contacts.id} in (${sql.raw(maybe)})`;
  return sql`(${some} and exists (
    select 1 from addresses a where a.contact_id = ${contacts.id} and a.value is not null
       and ${sql.raw(standingSql(place))} = ${standing}))`;
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

/** The tags of several contacts at once, in order. */
export async function listTags(
  db: DrizzleD1Database,
  contactIds: readonly string[],
): Promise<{ contactId: string; tag: string }[]> {
  const wanted = sql`${tags.contactId} in (select value from json_each(${JSON.stringify(contactIds)}))`;
  return db
    .select({ contactId: tags.contactId, tag: tags.tag })
    .from(tags)
    .where(and(wanted, eq(tags.present, 1)))
    .orderBy(tags.tag);
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
