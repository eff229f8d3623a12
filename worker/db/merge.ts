// Two contacts become one: rows move, newer wins, and what was said and decided stays with its address.
import { and, eq, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import { contacts } from "./schema/index.ts";
import { spread } from "./spreads.ts";
import { statement } from "./statement.ts";

/** Marks `from` as merged, unless either of the two was merged meanwhile. */
export function markMerged(db: DrizzleD1Database, from: string, into: string) {
  const isWhole = sql`exists (select 1 from contacts i where i.id = ${into} and i.merged_into is null)`;
  return db
    .update(contacts)
    .set({ mergedInto: into })
    .where(and(eq(contacts.id, from), isNull(contacts.mergedInto), isWhole));
}

/** What follows, and does nothing where it was not marked. Statements for the same batch. */
export function moveRows(db: DrizzleD1Database, from: string, into: string): readonly BatchItem<"sqlite">[] {
  const isMarked = sql`exists (select 1 from contacts m where m.id = ${from} and m.merged_into = ${into})`;
  return [
    statement(db, sql`update addresses set contact_id = ${into} where contact_id = ${from} and ${isMarked}`),
    ...moveKnown(db, "attributes", "name", "value", { from, into, isMarked }),
    ...moveKnown(db, "tags", "tag", "present", { from, into, isMarked }),
    ...moveKnown(db, "categories", "funnel", "category", { from, into, isMarked }),
    ...moveLists(db, { from, into, isMarked }),
    ...moveFunnels(db, { from, into, isMarked }),
    statement(
      db,
      sql`update import_rows set contact_id = ${into} where contact_id = ${from} and ${isMarked}`,
    ),
    ...["name", "language", "zone"].map((field) => moveField(db, field, { from, into, isMarked })),
    statement(
      db,
      sql`
      update contacts set name = null, name_source = null, name_changed_at = 0, language = null, language_source = null,
        language_changed_at = 0, zone = null, zone_source = null, zone_changed_at = 0
       where id = ${from} and ${isMarked}`,
    ),
    statement(db, sql`update contacts set merged_into = ${into} where merged_into = ${from} and ${isMarked}`),
    spread(db, sql`select id from addresses where contact_id = ${into} and ${isMarked}`),
  ];
}

interface Move {
  readonly from: string;
  readonly into: string;
  readonly isMarked: SQL;
}

/** Dated rows under a name: of two of one instant the greater value counts, as it does for records. */
function moveKnown(
  db: DrizzleD1Database,
  table: "attributes" | "tags" | "categories",
  name: string,
  value: string,
  { from, into, isMarked }: Move,
) {
  const [of, key, held] = [sql.raw(table), sql.raw(name), sql.raw(value)];
  return [
    statement(
      db,
      sql`
      insert into ${of} (contact_id, ${key}, ${held}, changed_at, source)
      select ${into}, ${key}, ${held}, changed_at, source from ${of} where contact_id = ${from} and ${isMarked}
      on conflict (contact_id, ${key}) do update set
        ${held} = excluded.${held}, changed_at = excluded.changed_at, source = excluded.source
      where excluded.changed_at > ${of}.changed_at
         or (excluded.changed_at = ${of}.changed_at and excluded.${held} > ${of}.${held})`,
    ),
    statement(db, sql`delete from ${of} where contact_id = ${from} and ${isMarked}`),
  ];
}

/** On whichever list either of them was. */
function moveLists(db: DrizzleD1Database, { from, into, isMarked }: Move) {
  return [
    statement(
      db,
      sql`
      insert into segment_members (segment_id, contact_id, source, added_at)
      select segment_id, ${into}, source, added_at from segment_members where contact_id = ${from} and ${isMarked}
      on conflict do nothing`,
    ),
    statement(db, sql`delete from segment_members where contact_id = ${from} and ${isMarked}`),
  ];
}

/** Into the funnels the other is not in; where both are, this one's place counts and the other's goes no further. */
function moveFunnels(db: DrizzleD1Database, { from, into, isMarked }: Move) {
  // Funnels are few, and steps many: each is asked for the person's, by its key.
  const mine = sql`contact_id = ${from} and funnel_id in (select id from funnels)`;
  const isFree = sql`funnel_id not in (select funnel_id from funnel_members where contact_id = ${into})`;
  const move = (table: string) =>
    statement(
      db,
      sql`update ${sql.raw(table)} set contact_id = ${into} where ${mine} and ${isFree} and ${isMarked}`,
    );
  // What they answered is theirs, whichever place counts.
  const unite = sql`update or ignore funnel_answers set contact_id = ${into} where ${mine} and ${isMarked}`;
  return [move("funnel_moves"), move("funnel_members"), statement(db, unite)];
}

function moveField(db: DrizzleD1Database, field: string, { from, into, isMarked }: Move) {
  const [held, changedAt, source] = [field, `${field}_changed_at`, `${field}_source`].map((name) =>
    sql.raw(name),
  );
  return statement(
    db,
    sql`
    update contacts set ${held} = f.${held}, ${changedAt} = f.${changedAt}, ${source} = f.${source}
      from (select * from contacts where id = ${from}) f
     where contacts.id = ${into} and f.${changedAt} > contacts.${changedAt} and ${isMarked}`,
  );
}
