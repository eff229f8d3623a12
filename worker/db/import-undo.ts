// Takes a page of an import back: values that are still the import's become what they were, and people whom nobody touched since
// go. What somebody refused stays, the import's own suppressions too.
import { splitField } from "#core/csv/field";
import { deriveId } from "#core/id";
import type { ImportRecord, ImportRowRecord } from "./imports.ts";
import { preparer } from "./projection/prepare.ts";
import { STEP_ONCE } from "./step-guard.ts";

/** The contact an address belongs to by now: merging moves it. */
const CONTACT = "(SELECT contact_id FROM addresses WHERE id = j.value->>'addressId')";

/** `rows` are the next ones in order; none at the end. Throws where the step was done already. */
export async function undoPage(
  d1: D1Database,
  { id, step, nextRow }: ImportRecord,
  rows: readonly ImportRowRecord[],
  now: number,
): Promise<void> {
  const prepare = preparer(d1);
  const source = `import:${id}`;
  const people = rows.map(({ row, addressId, contactId }) => ({ row, addressId, contactId, id, source }));
  const created = people.filter((_, index) => rows[index]?.outcome === "new");
  const changes = rows.flatMap(({ addressId, changes }) =>
    (changes ?? []).map(({ field, from, to, was }) => ({
      addressId,
      ...splitField(field),
      from,
      to,
      wasAt: was?.at,
      wasSource: was?.source,
      source,
    })),
  );
  const of = (root: string) => changes.filter((change) => change.root === root);
  const before = (root: string) => of(root).filter(({ wasAt }) => wasAt !== undefined);
  const fresh = (root: string) => of(root).filter(({ wasAt }) => wasAt === undefined);
  const lifts = of("grant").map((change) => ({
    ...change,
    id: deriveId(source, change.addressId ?? "", change.name, "undone"),
    at: now,
  }));
  await d1.batch([
    d1
      .prepare(`UPDATE imports SET ${STEP_ONCE}, step_at = ?4, next_row = ?5, state = ?6 WHERE id = ?1`)
      .bind(id, step, "undoing", now, rows.at(-1)?.row ?? nextRow, rows.length === 0 ? "undone" : "undoing"),
    ...TABLES.flatMap(({ table, root, key, value, to, from }) => [
      ...prepare(
        `UPDATE ${table} SET ${value} = n.was, changed_at = n.at, source = n.was_source
           FROM (SELECT ${CONTACT} AS contact_id, j.value->>'name' AS name, ${to} AS held, ${from} AS was,
                        j.value->>'wasAt' AS at, j.value->>'wasSource' AS was_source, j.value->>'source' AS source
                   FROM json_each(?1) j) n
          WHERE ${table}.contact_id = n.contact_id AND ${table}.${key} = n.name AND ${table}.${value} = n.held
            AND ${table}.source = n.source`,
        before(root),
      ),
      ...prepare(
        `DELETE FROM ${table} WHERE (contact_id, ${key}, ${value}, source) IN (
           SELECT ${CONTACT}, j.value->>'name', ${to}, j.value->>'source' FROM json_each(?1) j)`,
        fresh(root),
      ),
    ]),
    ...["name", "language", "zone"].flatMap((column) =>
      prepare(
        `UPDATE contacts SET ${column} = n.was, ${column}_changed_at = n.at, ${column}_source = n.was_source
           FROM (SELECT ${CONTACT} AS id, j.value->>'to' AS held, j.value->>'from' AS was,
                        coalesce(j.value->>'wasAt', 0) AS at, j.value->>'wasSource' AS was_source,
                        j.value->>'source' AS source FROM json_each(?1) j) n
          WHERE contacts.id = n.id AND contacts.${column} = n.held AND contacts.${column}_source = n.source`,
        of(column),
      ),
    ),
    ...prepare(LIFTS, lifts),
    ...prepare(
      `UPDATE permissions SET granted_at = n.was
         FROM (SELECT j.value->>'addressId' AS address_id, j.value->>'name' AS channel, j.value->>'to' AS held,
                      j.value->>'from' AS was FROM json_each(?1) j) n
        WHERE permissions.address_id = n.address_id AND permissions.channel = n.channel
          AND permissions.granted_at = n.held`,
      of("grant"),
    ),
    ...prepare(EMPTY_PERMISSIONS, of("grant")),
    ...REMOVALS.flatMap((query) => prepare(query, created)),
    ...prepare(
      `UPDATE import_rows SET undone = 'reverted' WHERE (import_id, row) IN (
         SELECT j.value->>'id', j.value->>'row' FROM json_each(?1) j)`,
      people,
    ),
    ...prepare(
      `UPDATE import_rows SET undone = 'removed', changes = NULL, cells = NULL WHERE (import_id, row) IN (
         SELECT j.value->>'id', j.value->>'row' FROM json_each(?1) j
          WHERE NOT EXISTS (SELECT 1 FROM addresses WHERE id = j.value->>'addressId' AND value IS NOT NULL))`,
      created,
    ),
  ]);
}

/** Where dated values by name are, and how a change's values are written there. */
const TABLES = [
  {
    table: "attributes",
    root: "attributes",
    key: "name",
    value: "value",
    to: "j.value->'to'",
    from: "j.value->'from'",
  },
  {
    table: "tags",
    root: "tags",
    key: "tag",
    value: "present",
    to: "1",
    from: "iif(j.value->>'from', 1, 0)",
  },
  {
    table: "categories",
    root: "categories",
    key: "funnel",
    value: "category",
    to: "j.value->>'to'",
    from: "j.value->>'from'",
  },
] as const;

/** The history only grows: what was told stays in it, and that it counts no more. */
const LIFTS = `
  INSERT INTO consents (address_id, id, kind, source, words, at, channel)
  SELECT j.value->>'addressId', j.value->>'id', 'lift-grant', j.value->>'source', 'The import was undone.', j.value->>'at',
         j.value->>'name'
    FROM json_each(?1) j
   WHERE EXISTS (SELECT 1 FROM permissions p WHERE p.address_id = j.value->>'addressId'
                    AND p.channel = j.value->>'name' AND p.granted_at = j.value->>'to')
  ON CONFLICT DO NOTHING`;

const EMPTY_PERMISSIONS = `
  DELETE FROM permissions WHERE (address_id, channel) IN (
      SELECT j.value->>'addressId', j.value->>'name' FROM json_each(?1) j)
    AND granted_at IS NULL AND suppressed_at IS NULL AND grant_lifted_at IS NULL AND suppression_lifted_at IS NULL
    AND opted_out_at IS NULL AND opted_in_at IS NULL`;

/** Nobody wrote to them or heard from them, said anything else about them, or put them anywhere. */
const UNTOUCHED = `
  a.id IN (SELECT j.value->>'addressId' FROM json_each(?1) j)
  AND a.opted_out_at IS NULL AND a.opted_in_at IS NULL AND a.last_heard_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM messages WHERE address_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM runs WHERE address_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM permissions WHERE address_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM spreads WHERE address_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM consents WHERE address_id = a.id
                     AND (kind NOT IN ('grant', 'lift-grant') OR source <> (SELECT value->>'source' FROM json_each(?1) LIMIT 1)))
  AND NOT EXISTS (SELECT 1 FROM notices WHERE address_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM addresses other WHERE other.contact_id = a.contact_id AND other.id <> a.id)
  AND NOT EXISTS (SELECT 1 FROM attributes WHERE contact_id = a.contact_id)
  AND NOT EXISTS (SELECT 1 FROM tags WHERE contact_id = a.contact_id)
  AND NOT EXISTS (SELECT 1 FROM categories WHERE contact_id = a.contact_id)
  AND NOT EXISTS (SELECT 1 FROM segment_members WHERE contact_id = a.contact_id)
  AND NOT EXISTS (SELECT 1 FROM funnel_members WHERE contact_id = a.contact_id)
  AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.id = a.contact_id
                     AND (c.name IS NOT NULL OR c.language IS NOT NULL OR c.zone IS NOT NULL OR c.merged_into IS NOT NULL))
  AND NOT EXISTS (SELECT 1 FROM import_rows r JOIN imports i ON i.id = r.import_id
                   WHERE r.contact_id = a.contact_id AND r.import_id <> (SELECT value->>'id' FROM json_each(?1) LIMIT 1)
                     AND r.outcome <> 'rejected' AND i.state IN ('importing', 'imported'))`;

/** One who was forgotten before the import is forgotten again; of the others nothing is left. */
const REMOVALS = [
  `UPDATE addresses SET value = NULL WHERE erased_at IS NOT NULL AND id IN (SELECT a.id FROM addresses a WHERE ${UNTOUCHED})`,
  `DELETE FROM addresses WHERE erased_at IS NULL AND id IN (SELECT a.id FROM addresses a WHERE ${UNTOUCHED})`,
  `DELETE FROM consents WHERE address_id IN (
     SELECT j.value->>'addressId' FROM json_each(?1) j
      WHERE NOT EXISTS (SELECT 1 FROM addresses WHERE id = j.value->>'addressId'))`,
  `DELETE FROM contacts WHERE id IN (SELECT j.value->>'contactId' FROM json_each(?1) j)
      AND NOT EXISTS (SELECT 1 FROM addresses WHERE contact_id = contacts.id)`,
] as const;
