// What we know about the people of a page of an import, in one query, as the core compares it.
import type { KnownPerson, KnownValue } from "#core/csv/plan-row";
import type { Standing } from "#core/consent/standing";
import type { FieldValue } from "#core/conversation/run";
import { standingSql } from "./standing.ts";

interface KnownRow {
  readonly addressId: string;
  readonly contactId: string;
  readonly forgottenAt: number | null;
  readonly standing: Standing;
  readonly core: string;
  readonly attributes: string;
  readonly tags: string;
  readonly categories: string;
  readonly permissions: string;
}
type Told = readonly [channel: string, grantedAt: number | null, suppressedAt: number | null];
type Dated = readonly [name: string, value: FieldValue, at: number, source: string | null];

/** An opt-out of the person themselves is the newest suppression there is. */
const QUERY = `
  SELECT a.id AS addressId, a.contact_id AS contactId, iif(a.value IS NULL, a.erased_at, NULL) AS forgottenAt,
         ${standingSql({ address: "a", channel: "'*'" })} AS standing,
         json_array(json_array('name', c.name, c.name_changed_at, c.name_source),
                    json_array('language', c.language, c.language_changed_at, c.language_source),
                    json_array('zone', c.zone, c.zone_changed_at, c.zone_source)) AS core,
         (SELECT json_group_array(json_array('attributes.' || name, json(value), changed_at, source))
            FROM attributes WHERE contact_id = c.id) AS attributes,
         (SELECT json_group_array(json_array('tags.' || tag, json(iif(present = 1, 'true', 'false')), changed_at, source))
            FROM tags WHERE contact_id = c.id) AS tags,
         (SELECT json_group_array(json_array('categories.' || funnel, category, changed_at, source))
            FROM categories WHERE contact_id = c.id) AS categories,
         (SELECT json_group_array(json_array(channel, granted_at, suppressed_at)) FROM (
            SELECT channel, max(granted_at) AS granted_at, max(refused_at) AS suppressed_at FROM (
              SELECT channel, granted_at, max(coalesce(suppressed_at, 0), coalesce(opted_out_at, 0)) AS refused_at
                FROM permissions WHERE address_id = a.id
              UNION ALL SELECT '*', NULL, a.opted_out_at) GROUP BY channel)) AS permissions
    FROM addresses a JOIN contacts c ON c.id = a.contact_id
   WHERE a.id IN (SELECT value FROM json_each(?1))`;

/** By address. */
export async function readKnown(
  d1: D1Database,
  addressIds: readonly string[],
): Promise<ReadonlyMap<string, KnownPerson>> {
  const { results } = await d1
    .prepare(QUERY)
    .bind(JSON.stringify(addressIds))
    .all<KnownRow & Record<string, unknown>>();
  return new Map(results.map((row) => [row.addressId, toKnown(row)]));
}

function toKnown({ contactId, forgottenAt, standing, ...row }: KnownRow): KnownPerson {
  const dated = [row.core, row.attributes, row.tags, row.categories].flatMap(
    (json) => JSON.parse(json) as readonly Dated[],
  );
  const values = dated
    // A name that nobody ever gave has no date.
    .filter(([, value, at]) => value !== null || at > 0)
    .map(([field, value, at, source]): [string, KnownValue] => [field, { value, at, source }]);
  const told = (JSON.parse(row.permissions) as readonly Told[]).map(
    ([channel, grantedAt, suppressedAt]) =>
      [channel, { grantedAt, suppressedAt: suppressedAt === 0 ? null : suppressedAt }] as const,
  );
  return {
    contactId,
    forgottenAt,
    standing,
    values: Object.fromEntries(values),
    permissions: Object.fromEntries(told),
  };
}

/**
 * In which earlier row of the file each of these people was, by contact. The index is named, since by the import alone every
 * page would read all the rows before it. Before `from` nothing is a row by now, though a dry run may have taken it for one.
 */
export async function readEarlierRows(
  d1: D1Database,
  importId: string,
  rows: { readonly from: number; readonly before: number },
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { results } = await d1
    .prepare(
      `SELECT contact_id AS contactId, min(row) AS row FROM import_rows INDEXED BY import_rows_by_contact
        WHERE contact_id IN (SELECT value FROM json_each(?1)) AND import_id = ?2 AND row >= ?3 AND row < ?4
          AND outcome <> 'rejected'
        GROUP BY contact_id`,
    )
    .bind(JSON.stringify(contactIds), importId, rows.from, rows.before)
    .all<{ contactId: string; row: number }>();
  return new Map(results.map(({ contactId, row }) => [contactId, row]));
}
