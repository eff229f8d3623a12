// Who is put on a list and taken off it, whole groups in one statement.
import { and, eq, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { DrizzleD1Database } from "drizzle-orm/d1";
import type { Condition } from "#core/condition";
import { segmentMembers } from "../schema/index.ts";
import { compileCondition } from "./compile.ts";
import { PRESENT } from "./people.ts";

/** Where people for a list come from. */
export type Group =
  | { readonly kind: "contacts"; readonly contacts: readonly string[] }
  | { readonly kind: "filter"; readonly condition: Condition }
  /** Everyone a file named who was not rejected. */
  | { readonly kind: "import"; readonly importId: string };

interface Change {
  readonly listId: string;
  readonly group: Group;
  /** Where a row says it comes from, such as `api` or `import:<id>`. */
  readonly source: string;
  readonly now: number;
}

/** Those who are on it already stay as they are. */
export function addToList(db: DrizzleD1Database, { listId, group, source, now }: Change) {
  return db
    .insert(segmentMembers)
    .select(
      sql`select ${listId}, c.id, ${source}, ${now} from contacts c, (select ${dataOf(group, now)} as q) asked
        where ${sql.raw(PRESENT)} and ${whereOf(group, now)}`,
    )
    .onConflictDoNothing();
}

export function takeOffList(db: DrizzleD1Database, { listId, group, now }: Omit<Change, "source">) {
  const found = sql`
    select c.id from contacts c, (select ${dataOf(group, now)} as q) asked where ${whereOf(group, now)}`;
  return db
    .delete(segmentMembers)
    .where(and(eq(segmentMembers.segmentId, listId), sql`${segmentMembers.contactId} in (${found})`));
}

/** What `asked.q` holds. */
function dataOf(group: Group, now: number): string {
  switch (group.kind) {
    case "contacts":
      return JSON.stringify(group.contacts);
    case "filter":
      return compileCondition(group.condition, { now, parameter: "asked.q" }).params[0];
    case "import":
      return group.importId;
    default:
      return group satisfies never;
  }
}

function whereOf(group: Group, now: number): SQL {
  switch (group.kind) {
    // Who was merged since is whom they were merged into.
    case "contacts":
      return sql.raw(
        `c.id IN (SELECT coalesce(m.merged_into, m.id) FROM json_each(asked.q) j JOIN contacts m ON m.id = j.value)`,
      );
    case "filter":
      return sql.raw(compileCondition(group.condition, { now, parameter: "asked.q" }).sql);
    case "import":
      return sql.raw(`c.id IN (SELECT coalesce(m.merged_into, m.id) FROM import_rows r JOIN contacts m ON m.id = r.contact_id
        WHERE r.import_id = asked.q AND r.outcome <> 'rejected')`);
    default:
      return group satisfies never;
  }
}
