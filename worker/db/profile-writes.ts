// What staff or a form say about a contact, as changes dated now: a newer one made elsewhere is never overwritten.
import { and, eq, lte, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { FieldValue } from "#core/conversation/run";
import { attributes, categories, contacts, tags } from "./schema/index.ts";

/** null clears; what is absent stays as it is. */
export interface ProfilePatch {
  readonly name?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly zone?: string | null | undefined;
  readonly attributes?: Readonly<Record<string, FieldValue>> | undefined;
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  /** By funnel. */
  readonly categories?: Readonly<Record<string, string>> | undefined;
}

/** The names of what it changes: as much of it as an audit row holds. */
export function fieldsOf(patch: ProfilePatch): readonly string[] {
  return Object.entries(patch).flatMap(([field, value]) => (value === undefined ? [] : [field]));
}

/** Statements for a batch. `contactId` may be a value or a subquery in brackets. */
export function writeProfile(
  db: DrizzleD1Database,
  contactId: SQL,
  patch: ProfilePatch,
  at: number,
  source: string,
): readonly BatchItem<"sqlite">[] {
  const { name, language, zone } = patch;
  const mine = sql`${contacts.id} = ${contactId}`;
  const statements: BatchItem<"sqlite">[] = [];
  if (name !== undefined) {
    statements.push(
      db
        .update(contacts)
        .set({ name, nameChangedAt: at, nameSource: source })
        .where(and(mine, lte(contacts.nameChangedAt, at))),
    );
  }
  if (language !== undefined) {
    const isOlder = lte(contacts.languageChangedAt, at);
    const change = { language, languageChangedAt: at, languageSource: source };
    statements.push(db.update(contacts).set(change).where(and(mine, isOlder)));
  }
  if (zone !== undefined) {
    statements.push(
      db
        .update(contacts)
        .set({ zone, zoneChangedAt: at, zoneSource: source })
        .where(and(mine, lte(contacts.zoneChangedAt, at))),
    );
  }
  const fields = Object.entries(patch.attributes ?? {}).map(([name, value]) => ({ name, value }));
  if (fields.length > 0) statements.push(writeAttributes(db, contactId, fields, at, source));
  const changed = [
    ...(patch.addTags ?? []).map((tag) => ({ tag, present: 1 })),
    ...(patch.removeTags ?? []).map((tag) => ({ tag, present: 0 })),
  ];
  if (changed.length > 0) statements.push(writeTags(db, contactId, changed, at, source));
  const sorted = Object.entries(patch.categories ?? {}).map(([funnel, category]) => ({ funnel, category }));
  if (sorted.length > 0) statements.push(writeCategories(db, contactId, sorted, at, source));
  return statements;
}

function writeAttributes(
  db: DrizzleD1Database,
  contactId: SQL,
  rows: readonly object[],
  at: number,
  source: string,
) {
  return db
    .insert(attributes)
    .select(
      sql`select ${contactId}, j.value->>'name', j.value->'value', ${at}, ${source} from json_each(${JSON.stringify(rows)}) j where true`,
    )
    .onConflictDoUpdate({
      target: [attributes.contactId, attributes.name],
      set: { value: sql`excluded.value`, changedAt: at, source },
      setWhere: lte(attributes.changedAt, at),
    });
}

function writeTags(
  db: DrizzleD1Database,
  contactId: SQL,
  rows: readonly object[],
  at: number,
  source: string,
) {
  return db
    .insert(tags)
    .select(
      sql`select ${contactId}, j.value->>'tag', j.value->>'present', ${at}, ${source} from json_each(${JSON.stringify(rows)}) j where true`,
    )
    .onConflictDoUpdate({
      target: [tags.contactId, tags.tag],
      set: { present: sql`excluded.present`, changedAt: at, source },
      setWhere: lte(tags.changedAt, at),
    });
}

function writeCategories(
  db: DrizzleD1Database,
  contactId: SQL,
  rows: readonly object[],
  at: number,
  source: string,
) {
  return db
    .insert(categories)
    .select(
      sql`select ${contactId}, j.value->>'funnel', j.value->>'category', ${at}, ${source} from json_each(${JSON.stringify(rows)}) j where true`,
    )
    .onConflictDoUpdate({
      target: [categories.contactId, categories.funnel],
      set: { category: sql`excluded.category`, changedAt: at, source },
      setWhere: lte(categories.changedAt, at),
    });
}

/** For a contact that may be known by its address only. */
export function ownerOf(addressId: string): SQL {
  return sql`(select contact_id from addresses where id = ${addressId})`;
}

/** For a contact known by its id. */
export function contactRow(db: DrizzleD1Database, id: string) {
  return db
    .update(contacts)
    .set({ createdAt: sql`${contacts.createdAt}` })
    .where(eq(contacts.id, id));
}
